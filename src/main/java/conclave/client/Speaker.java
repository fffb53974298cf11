package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Says what a session is given: once, where the server knows ids; else it tells what may be lost.
 * Any thread may say something; the session's own tells what it hears.
 */
final class Speaker {
  private final Outgoing outgoing = new Outgoing();
  private final Unconfirmed unconfirmed = new Unconfirmed();
  private final Answers answers = new Answers();

  /** Says one message on this connection, or on the next one. */
  void say(Connection connection, String target, String text, String words) throws IOException {
    if (connection.knowsIds()) {
      outgoing.say(target, text, words);
      return;
    }
    if (connection.echoes()) {
      unconfirmed.said(target, text);
    }
    connection.send(IrcLine.of("PRIVMSG", target, words));
  }

  /**
   * There is a connection, which is in its rooms.
   *
   * @return what may be lost, because this server can't tell whether it was said
   */
  List<String> connected(Connection connection) {
    answers.reset();
    if (!connection.knowsIds()) {
      return outgoing.drain();
    }
    outgoing.connected(connection);
    return List.of();
  }

  void heard(IrcLine line) {
    answers.endingWith(line).ifPresent(outgoing::answered);
  }

  void note(Event event) {
    if (event instanceof Event.Said said && said.own()) {
      unconfirmed.confirmed(said.target(), said.text());
    } else if (event instanceof Event.RoomRenamed renamed) {
      unconfirmed.renamed(renamed.room(), renamed.to());
      outgoing.renamed(renamed.room(), renamed.to());
    } else if (event instanceof Event.Refused refused) {
      unconfirmed.refused(refused.subject());
    }
  }

  void lost() {
    outgoing.lost();
  }

  /** Waits until all is confirmed or refused. */
  boolean awaitNone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    return unconfirmed.awaitNone(limit)
        && outgoing.awaitNone(Duration.ofNanos(end - System.nanoTime()));
  }

  /** Gives up on what nobody could say again without the risk of saying it twice. */
  List<String> uncertain() {
    return unconfirmed.drain();
  }

  /** Gives up on all. */
  List<String> drain() {
    return outgoing.drain();
  }
}
