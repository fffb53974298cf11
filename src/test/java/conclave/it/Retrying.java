package conclave.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** People who send the same again, and what they need for that. */
final class Retrying {
  private static final String[] CAPABILITIES = {
    "message-tags",
    "server-time",
    "batch",
    "echo-message",
    "labeled-response",
    "draft/multiline",
    "conclave/id"
  };

  static final String[] READER = {"message-tags", "server-time", "batch"};

  private Retrying() {}

  /** A server that says nothing of the past unless it is asked. */
  static RunningServer start(Path data, String... sets) {
    List<String> all = new ArrayList<>(List.of(sets));
    all.add("history.replay-on-join=0");
    return RunningServer.start(data, all.toArray(String[]::new));
  }

  /** A new account, in the room. */
  static Peer first(RunningServer server, String name) {
    return inDen(server.door().newIrc(name, CAPABILITIES));
  }

  /** The account on another connection. */
  static Peer again(RunningServer server, String name) {
    return inDen(server.door().irc(name, CAPABILITIES));
  }

  /** The same, which asks for no room: its user is in one still, and it is shown so unasked. */
  static Peer back(RunningServer server, String name) {
    Peer peer = server.door().irc(name, CAPABILITIES);
    peer.await("* 366 *");
    peer.skipAll();
    return peer;
  }

  static Peer inDen(Peer peer) {
    peer.send("JOIN #den");
    peer.await("* 366 *");
    peer.skipAll(); // what was said before
    return peer;
  }

  /** What is in the log. */
  static List<String> texts(Peer peer, String target) {
    peer.skipAll();
    return peer.ask("CHATHISTORY LATEST " + target + " * 100").stream()
        .filter(line -> line.contains(" PRIVMSG "))
        .map(line -> line.replaceAll(".* PRIVMSG \\S+ :", ""))
        .toList();
  }
}
