package conclave.it;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too much of anything is held back, and what is within the limits is not. */
class CrowdTest {
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
}
