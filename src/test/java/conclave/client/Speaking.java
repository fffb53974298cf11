package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Alice in the lobby of a fake server that knows ids, and says nothing of what she says. */
final class Speaking implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(10);

  final HeardEvents heard = new HeardEvents();
  final FakeServer server;
  final Session session;

  /**
   * Comes into the lobby.
   *
   * @param log with which the room's ids begin; nothing if it does not tell them
   */
  Speaking(String log) throws Exception {
    TestCertificate certificate = TestCertificate.forHost("localhost");
    server = new FakeServer(certificate, 0);
    server.log = log;
    server.silent = true;
    server.capabilities =
        Set.of(
            "sasl=PLAIN",
            "echo-message",
            "message-tags",
            "batch",
            "labeled-response",
            "conclave/id",
            "draft/channel-rename",
            "draft/multiline");
    session =
        new Session(
            server.address(),
            Trust.pinned(certificate.fingerprint()),
            new Credentials("alice", FakeServer.PASSWORD),
            heard);
    session.start(List.of("#lobby"));
    heard.awaitOne(Event.Names.class, names -> true);
  }

  /** Says it; returns the line that the server got. */
  IrcLine say(String text) throws Exception {
    session.say("#lobby", text);
    return nextSaid();
  }

  IrcLine nextSaid() throws InterruptedException {
    return IrcLine.parse(server.next("@conclave/id="));
  }

  /** The server answers what was sent with this label. */
  void answer(IrcLine labelled, String answer) {
    server.tellAll("@label=" + labelled.tags().get("label") + " " + answer);
  }

  /** The connection breaks; returns how the next one asks for the lobby, which is not answered. */
  IrcLine comeBack() throws Exception {
    server.ignoresJoins = true;
    server.received.clear();
    server.dropAll();
    return IrcLine.parse(server.next("@label=room"));
  }

  /** Whether nothing was said by the time that the client has answered. */
  boolean isSilent() throws Exception {
    server.tellAll("PING :still there");
    String line = server.received.take();
    while (!line.startsWith("PONG") && !line.contains("PRIVMSG")) {
      line = server.received.take();
    }
    return line.startsWith("PONG");
  }

  String awaitLost() {
    return heard
        .awaitOne(Event.Told.class, told -> told.text().startsWith("Perhaps not delivered"))
        .text();
  }

  @Override
  public void close() throws IOException {
    session.close();
    server.close();
  }
}
