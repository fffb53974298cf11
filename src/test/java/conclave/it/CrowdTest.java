package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too much of anything is held back, and what is within the limits is not. */
class CrowdTest {
  private static final int TEXT_LENGTH = 380;
  private static final int LINES_AT_ONCE = 100;

  @TempDir Path folder;

  @Test
  void oneNetworkMayHaveSoManyConnectionsAndNoMore() {
    try (RunningServer server = RunningServer.start(folder, "limits.connections-per-64=3")) {
      try (Peer first = server.door().greeted();
          Peer second = server.door().greeted();
          Peer third = server.door().greeted();
          Peer fourth = server.door().connect()) {
        fourth.expect("ERROR :Too many connections from your network");
        fourth.expectClosed();
        second.expectNothingMore();
        third.expectNothingMore();
        first.hangUp();
        await().atMost(Peer.PATIENCE).until(() -> isLetIn(server));
      }
    }
  }

  private static boolean isLetIn(RunningServer server) {
    try (Peer another = server.door().connect()) {
      return another.next().orElse("").startsWith("NOTICE * :Conclave");
    }
  }

  @Test
  void whoFloodsIsSlowedDownAndLosesNothing() {
    try (RunningServer server =
            RunningServer.start(folder, "limits.lines-per-second=50", "limits.burst=20");
        Peer bob = server.door().newPlain("bob");
        Peer alice = server.door().newIrc("alice", "echo-message")) {
      StringBuilder flood = new StringBuilder();
      for (int i = 0; i < LINES_AT_ONCE; i++) {
        flood.append("PRIVMSG bob :").append(i).append("\r\n");
      }
      alice.send(flood + "QUIT :that was all");
      for (int i = 0; i < LINES_AT_ONCE; i++) {
        alice.expect(":alice!alice@user/alice PRIVMSG bob :" + i);
        bob.expect("[*] -> bob alice: " + i);
      }
      alice.expect("ERROR :Quit: that was all");
      alice.expectClosed();
    }
  }

  @Test
  void whoDoesNotReadIsDroppedAndTheOthersLoseNothing() {
    try (RunningServer server = RunningServer.start(folder, "limits.send-queue=64KiB");
        Peer alice = server.door().newIrc("alice", "echo-message");
        Peer bob = server.door().newPlain("bob")) {
      alice.send("JOIN #den");
      alice.await(":* 366 *");
      bob.send("/join den");
      bob.await("In #den: *");
      alice.expect(":bob!bob@user/bob JOIN #den");
      Peer deaf = Peer.deaf(server.door().port(), server.door().fingerprint());
      deaf.send("/register deaf").send(Door.PASSWORD).send("/join den");
      alice.expect(":deaf!deaf@user/deaf JOIN #den");
      bob.expect("[*] #den deaf came in");
      int said = floodUntilDropped(alice);
      for (int i = 0; i < said; i++) {
        assertThat(bob.expectPassing("[*] deaf quit *")).contains(" #den alice: " + i + " ");
      }
      bob.skipAll();
      deaf.close();
    }
  }

  /** Says numbered lines, and sees each of them come back, until somebody is dropped. */
  private static int floodUntilDropped(Peer alice) {
    String text = "x".repeat(TEXT_LENGTH);
    boolean isDropped = false;
    int said = 0;
    while (!isDropped) {
      for (int i = 0; i < LINES_AT_ONCE; i++) {
        alice.send("PRIVMSG #den :" + (said + i) + " " + text);
      }
      for (int i = 0; i < LINES_AT_ONCE; i++) {
        Optional<String> line = alice.next();
        if (line.filter(l -> l.startsWith(":deaf!")).isPresent()) {
          assertThat(line)
              .contains(":deaf!deaf@user/deaf QUIT :Send queue exceeded: you read too slowly");
          isDropped = true;
          i--;
        } else {
          assertThat(line.orElseThrow()).contains(" PRIVMSG #den :" + (said + i) + " ");
        }
      }
      said += LINES_AT_ONCE;
    }
    return said;
  }
}
