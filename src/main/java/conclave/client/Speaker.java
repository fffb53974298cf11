package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what a session is given: once, where the server knows ids; else it tells what may be lost.
 * Any thread may say something; the session's own tells what it hears.
 */
final class Speaker {
  private final Outgoing outgoing = new Outgoing();
  private final Unconfirmed unconfirmed = new Unconfirmed();
  private final Answers answers = new Answers();
  private final Return comeback = new Return();
  private volatile boolean knowsIds; // of the last connection, while there is none
  private volatile boolean multiline;

  /**
   * Says one message on this connection; where there is none, on the next one.
   *
   * @throws IOException if there is none, and the server was not one that knows ids
   */
  void say(@Nullable Connection connection, String target, String text, String words)
      throws IOException {
    if (connection == null ? knowsIds : connection.knowsIds()) {
      outgoing.say(target, text, words);
      return;
    }
    if (connection == null) {
      throw new IOException("there is no connection at the moment");
    }
    if (connection.echoes()) {
      unconfirmed.said(target, text);
    }
    connection.send(IrcLine.of("PRIVMSG", target, words));
  }

  /** Whether a message to the server, as it was last, may have several lines. */
  boolean multiline() {
    return multiline;
  }

  /**
   * There is a connection, which asks for these rooms. What was said to them before goes out as
   * they are come back to.
   *
   * @return what may be lost, because this server can't tell whether it was said
   */
  List<String> connected(Connection connection, List<String> rooms) throws IOException {
    answers.reset();
    knowsIds = connection.knowsIds();
    multiline = connection.multiline();
    if (!connection.knowsIds()) {
      for (String room : rooms) {
        connection.send(IrcLine.of("JOIN", room));
      }
      return outgoing.drain();
    }
    Map<String, String> labels = comeback.begin(rooms);
    outgoing.hold(comeback.expected());
    for (Map.Entry<String, String> asked : labels.entrySet()) {
      String room = asked.getValue();
      Map<String, String> tags = new LinkedHashMap<>(Map.of("label", asked.getKey()));
      comeback.logOf(room).ifPresent(log -> tags.put("conclave/log", log));
      connection.send(new IrcLine(tags, "", "JOIN", List.of(room)));
    }
    outgoing.connected(connection);
    return List.of();
  }

  /** What the refusal of a message tells of it; any other event as it is, doubt as well. */
  Event refusal(IrcLine line, Event event) {
    if (!(event instanceof Event.Refused refused) || refused.code().equals("NO_ANSWER")) {
      return event;
    }
    return answers
        .labelOf(line)
        .flatMap(outgoing::sentUnder)
        .<Event>map(said -> new Event.NotSaid(said.target(), said.text(), refused.text()))
        .orElse(event);
  }

  /** What is not yet known to be said, oldest first. */
  List<Pending> pending() {
    List<Pending> pending = new ArrayList<>(unconfirmed.pending());
    pending.addAll(outgoing.pending());
    return pending;
  }

  /** Whether this line says no more than that a message goes out again: nobody need know. */
  boolean repeats(IrcLine line) {
    return line.command().equals("FAIL")
        && line.param(1).equals("NO_ANSWER")
        && answers.labelOf(line).filter(outgoing::doubted).isPresent();
  }

  /**
   * Takes note of a line whose event is told.
   *
   * @return what may be lost, as is known with it
   */
  List<String> heard(IrcLine line) {
    comeback.heard(line);
    Optional<String> answered = answers.endingWith(line);
    if (answered.isEmpty()) {
      return List.of();
    }
    List<String> lost = new ArrayList<>(outgoing.answered(answered.get()));
    comeback.asked(answered.get()).ifPresent(room -> lost.addAll(cameTo(room)));
    return lost;
  }

  /** What was said to this room goes to where it is now, if that is known. */
  private List<String> cameTo(String room) {
    Optional<String> place = comeback.whereIs(room);
    place
        .filter(now -> !Interpreter.fold(now).equals(Interpreter.fold(room)))
        .ifPresent(now -> outgoing.renamed(room, now));
    List<String> lost = place.isPresent() ? List.of() : outgoing.giveUp(room);
    outgoing.release(room);
    return lost;
  }

  void note(Event event) {
    comeback.note(event);
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
