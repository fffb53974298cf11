package conclave.it;

import java.nio.file.Path;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A room where alice says numbered lines, as many as it takes until others do not keep up. */
abstract class SlowReading {
  static final String LONG = "x".repeat(380);
  static final int LINES_AT_ONCE = 100;

  @TempDir Path folder;
  RunningServer server;
  Peer alice;
  int said;

  @BeforeEach
  void start() {
    server = RunningServer.start(folder, "limits.send-queue=64KiB", "history.replay-on-join=0");
    alice = server.door().newIrc("alice", "echo-message");
    alice.send("JOIN #den").await("* 366 *");
  }

  @AfterEach
  void stop() {
    alice.close();
    server.close();
  }

  Peer enters(Peer peer) {
    peer.send("JOIN #den").await(":* 366 *");
    alice.await("*JOIN #den*");
    return peer;
  }

  /** Says numbered lines, and sees each of them come back, until so many have fallen behind. */
  void talkUntilBehind(String target, long count) {
    while (server.fellBehind() < count) {
      talk(target, LINES_AT_ONCE);
    }
  }

  void talk(String target, int lines) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      all.append(i == 0 ? "" : "\r\n").append(message(target, said + i));
    }
    alice.send(all.toString());
    for (int i = 0; i < lines; i++) {
      alice.await(":alice!alice@user/alice " + message(target, said++));
    }
  }

  private static String message(String target, int number) {
    return "PRIVMSG " + target + " :" + number + " " + LONG;
  }

  void expectAll(Peer peer, IntFunction<String> line) {
    for (int i = 0; i < said; i++) {
      peer.expect(line.apply(i));
    }
  }

  static String fromAlice(String target, int number) {
    return ":alice!alice@user/alice " + message(target, number);
  }
}
