package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room gets other names (IRCv3 channel-rename) while people talk, and while servers end. */
class RenamingTest {
  private static final int ROUNDS = 40;
  private static final String QUICK = "limits.lines-per-second=500";
  private static final String MUCH = "limits.burst=500";
  private static final String ALL = "history.page-size=500";
  private static final String END = ":alice!* PRIVMSG * :end";

  @TempDir Path folder;

  private static void comesIn(Peer peer, String room) {
    peer.send("JOIN " + room);
    peer.await(":* 366 *");
  }

  @Test
  void whatIsSaidMeanwhileIsHeardOnceAndInOrderOrRefused() {
    try (RunningServer server = RunningServer.start(folder, QUICK, MUCH, ALL);
        Peer alice = server.door().newIrc("alice", "draft/channel-rename", "echo-message");
        Peer bob = server.door().newIrc("bob", "draft/channel-rename", "echo-message");
        Peer carol = server.door().newIrc("carol", "draft/channel-rename", "echo-message")) {
      comesIn(alice, "#den");
      comesIn(bob, "#den");
      comesIn(carol, "#den");
      List<String> ofBob = new ArrayList<>();
      List<String> ofCarol = new ArrayList<>();
      for (int i = 0; i < ROUNDS; i++) {
        boolean isBack = i % 2 == 1;
        String from = isBack ? "#hall" : "#den";
        bob.send("PRIVMSG " + from + " :b" + 2 * i);
        alice.send("RENAME " + from + (isBack ? " #den" : " #hall"));
        bob.send("PRIVMSG " + from + " :b" + (2 * i + 1));
        carol.send("PRIVMSG " + from + " :c" + i);
        alice.await(":alice!* RENAME " + from + " *");
        // What is said under two names may overtake each other.
        ofBob.addAll(answered(bob, "bob", 2));
        ofCarol.addAll(answered(carol, "carol", 1));
      }
      alice.send("PRIVMSG #den :end");
      alice.await(END);
      ofBob.addAll(bob.readUntil(END));
      ofCarol.addAll(carol.readUntil(END));
      ofBob = told(ofBob);
      assertThat(told(ofCarol)).as("all hear the same, in one order").isEqualTo(ofBob);
      assertThat(ofBob).doesNotHaveDuplicates().hasSizeGreaterThan(2 * ROUNDS);
      assertThat(numbers(ofBob, 'b')).isSorted();
      assertThat(numbers(ofBob, 'c')).isSorted();
      assertThat(kept(bob)).isEqualTo(ofBob.stream().filter(RenamingTest::isSaid).count());
    }
  }

  /** What happened in the room, up to when this peer knows what became of all that it said. */
  private static List<String> answered(Peer peer, String nick, int said) {
    List<String> lines = new ArrayList<>();
    for (int answers = 0; answers < said; ) {
      String line = peer.next().orElseThrow();
      boolean isAnswer = line.startsWith(":" + nick + "!") || line.contains(" 403 " + nick);
      answers += isAnswer && !line.contains(" JOIN ") ? 1 : 0;
      lines.add(line);
    }
    return lines;
  }

  /** What was said, and the renames between, which are told apart by where they come. */
  private static List<String> told(List<String> lines) {
    List<String> told = new ArrayList<>();
    for (String line : lines) {
      if (isSaid(line)) {
        told.add(line);
      } else if (line.contains(" RENAME ")) {
        told.add(line + " " + told.size());
      }
    }
    return told;
  }

  private static boolean isSaid(String line) {
    return line.contains(" PRIVMSG ");
  }

  private static List<Integer> numbers(List<String> lines, char who) {
    return lines.stream()
        .filter(line -> line.contains(" :" + who))
        .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(':') + 2)))
        .toList();
  }

  /** How many messages history has of the room, under the name that it has at last. */
  private static long kept(Peer peer) {
    peer.send("CHATHISTORY LATEST #den * 1000");
    return peer.readUntil(":alice!* PRIVMSG #den :* end").stream()
        .filter(line -> line.contains(" PRIVMSG #den "))
        .count();
  }

  @Test
  void whoLosesTheConnectionMeanwhileIsInNoRoom() {
    try (RunningServer server = RunningServer.start(folder, QUICK, MUCH);
        Peer alice = server.door().newIrc("alice", "draft/channel-rename")) {
      comesIn(alice, "#den");
      for (int i = 0; i < 10; i++) {
        String from = i % 2 == 1 ? "#hall" : "#den";
        String to = i % 2 == 1 ? "#den" : "#hall";
        Peer bob = i == 0 ? server.door().newIrc("bob") : server.door().irc("bob");
        comesIn(bob, from);
        alice.await(":bob!* JOIN *");
        alice.send("RENAME " + from + " " + to);
        bob.hangUp();
        alice.await(":bob!* QUIT *");
        alice.send("NAMES " + to);
        alice.await(":conclave.local 353 alice = " + to + " :~alice");
        bob.close();
      }
    }
  }

  @Test
  void theNameAndAllThatIsKeptUnderItOutlastTheServer() {
    try (RunningServer server = RunningServer.start(folder);
        Peer alice = server.door().newIrc("alice", "draft/channel-rename", "echo-message")) {
      comesIn(alice, "#den");
      alice.send("PRIVMSG #den :before");
      alice.send("MODE #den +k swordfish");
      alice.send("METADATA #den SET homepage :agora");
      alice.send("MARKREAD #den timestamp=2026-01-04T14:33:26.123Z");
      alice.await(":conclave.local MARKREAD *");
      alice.send("RENAME #den #hall :moved");
      alice.await(":alice!* RENAME #den #hall :moved");
      alice.send("METADATA #hall LIST");
      alice.expect(":conclave.local 761 alice #hall homepage * :agora");
      alice.send("MARKREAD #hall");
      alice.expect(":conclave.local MARKREAD #hall timestamp=2026-01-04T14:33:26.123Z");
    }
    try (RunningServer server = RunningServer.start(folder);
        Peer alice = server.door().irc("alice")) {
      alice.send("JOIN #hall");
      alice.expect(":alice!alice@user/alice JOIN #hall");
      alice.expect(":alice!alice@user/alice MODE #hall +q alice");
      alice.await(":conclave.local 366 alice #hall *");
      alice.expect(":alice!alice@user/alice PRIVMSG #hall :[*] before");
      alice.send("METADATA #hall LIST");
      alice.expect(":conclave.local 761 alice #hall homepage * :agora");
      alice.send("MARKREAD #hall");
      alice.expect(":conclave.local MARKREAD #hall timestamp=2026-01-04T14:33:26.123Z");
      alice.send("METADATA #den LIST");
      alice.expect(":conclave.local FAIL METADATA INVALID_TARGET #den *");
      alice.send("JOIN #den");
      alice.expect(":alice!alice@user/alice JOIN #den");
      assertThat(alice.next()).isEqualTo(Optional.of(":alice!alice@user/alice MODE #den +q alice"));
    }
  }
}
