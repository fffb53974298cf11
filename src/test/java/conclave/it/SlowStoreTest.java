package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that does not write makes senders wait, or tells them no; nothing echoed is lost. */
class SlowStoreTest {
  private static final int MANY = 300;
  private static final int AT_ONCE = 60;
  private static final String FAIL =
      ":conclave.local FAIL * TEMPORARILY_UNAVAILABLE :That can't be done right now; try again";

  @TempDir Path folder;

  /** Keeps the server from writing until it is closed. */
  private Connection lock() throws SQLException {
    Connection held =
        DriverManager.getConnection(
            "jdbc:sqlite:" + folder.resolve("conclave.db") + "?transaction_mode=IMMEDIATE");
    held.setAutoCommit(false);
    held.createStatement().execute("SELECT 1");
    return held;
  }

  private static void says(Peer peer, String room, int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(i == 0 ? "" : "\r\n").append("PRIVMSG " + room + " :").append(i);
    }
    peer.send(lines.toString());
  }

  @Test
  void sendersWaitWhileItIsLockedAndOthersReadOn() throws SQLException {
    try (RunningServer server = RunningServer.start(folder);
        Peer alice = server.door().newIrc("alice", "echo-message");
        Peer bob = server.door().newIrc("bob", "draft/chathistory", "batch", "server-time")) {
      alice.send("JOIN #den").await("* 366 *");
      alice.send("PRIVMSG #den :before").skipAll();
      bob.send("JOIN #den").await("* 366 *");
      alice.skipAll();
      try (Connection held = lock()) {
        says(alice, "#den", MANY);
        List<String> past = bob.ask("CHATHISTORY LATEST #den * 10");
        assertThat(past).hasSize(3);
        assertThat(past.get(1)).endsWith(" PRIVMSG #den :before");
        held.rollback();
      }
      for (int i = 0; i < MANY; i++) {
        alice.expect(":alice!alice@user/alice PRIVMSG #den :" + i);
        bob.expect("@time=* :alice!alice@user/alice PRIVMSG #den :" + i);
      }
    }
  }

  @Test
  void whatItsQueueDoesNotHoldIsRefusedAndTheRestIsKept() throws SQLException {
    try (RunningServer server = RunningServer.start(folder, "limits.store-queue=100");
        Peer ann = talker(server, "ann");
        Peer ben = talker(server, "ben");
        Peer cid = talker(server, "cid")) {
      Map<String, Peer> talkers = Map.of("#ann", ann, "#ben", ben, "#cid", cid);
      try (Connection held = lock()) {
        talkers.forEach((room, peer) -> says(peer, room, AT_ONCE));
        talkers.values().forEach(peer -> peer.send("PING x"));
        held.rollback();
      }
      List<String> answers = new ArrayList<>();
      for (String room : talkers.keySet()) {
        Peer peer = talkers.get(room);
        List<String> own = peer.readUntil("*:* PONG * :x");
        List<String> echoed = own.stream().filter(SlowStoreTest::isSaid).toList();
        List<String> past = peer.ask("CHATHISTORY LATEST " + room + " * 100");
        assertThat(past.stream().filter(SlowStoreTest::isSaid).map(SlowStoreTest::text))
            .containsExactlyElementsOf(echoed.stream().map(SlowStoreTest::text).toList());
        answers.addAll(own);
      }
      long refused = answers.stream().filter(line -> line.endsWith(FAIL)).count();
      assertThat(refused).isPositive().isLessThan(3L * AT_ONCE);
      assertThat(answers.stream().filter(SlowStoreTest::isSaid).count() + refused)
          .isEqualTo(3L * AT_ONCE);
    }
  }

  /** In a room of its own. */
  private static Peer talker(RunningServer server, String name) {
    Peer peer =
        server.door().newIrc(name, "echo-message", "draft/chathistory", "batch", "server-time");
    peer.send("JOIN #" + name).await("* 366 *");
    return peer;
  }

  private static boolean isSaid(String line) {
    return line.contains(" PRIVMSG ");
  }

  private static String text(String line) {
    return line.substring(line.lastIndexOf(':') + 1);
  }

  @Test
  void whatCanNotBeStoredInTimeIsRefusedAndNeverAppears() throws SQLException {
    try (RunningServer server = RunningServer.start(folder);
        Peer alice =
            server
                .door()
                .newIrc("alice", "echo-message", "draft/chathistory", "batch", "server-time")) {
      alice.send("JOIN #den").await("* 366 *");
      try (Connection held = lock()) {
        alice.send("PRIVMSG #den :lost");
        alice.expect("*" + FAIL);
        held.rollback();
      }
      alice.send("PRIVMSG #den :kept");
      alice.expect("@time=* :alice!alice@user/alice PRIVMSG #den :kept");
      List<String> past = alice.ask("CHATHISTORY LATEST #den * 10");
      assertThat(past).hasSize(3);
      assertThat(past.get(1)).endsWith(" PRIVMSG #den :kept");
    }
  }
}
