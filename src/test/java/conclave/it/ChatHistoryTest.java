package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IRCv3 chathistory and event-playback, with the ids and times that the server has given. */
class ChatHistoryTest {
  private static final String[] CAPABILITIES = {
    "batch", "draft/chathistory", "echo-message", "message-tags", "server-time"
  };
  private static final String[] WITH_EVENTS = {
    "batch",
    "draft/chathistory",
    "draft/event-playback",
    "echo-message",
    "message-tags",
    "server-time"
  };

  /** A message as its sender saw it echoed. */
  private record Echo(String time, String id, String text) {
    static Echo of(String line) {
      return new Echo(tag("time", line), tag("msgid", line), said(line));
    }

    String at() {
      return "timestamp=" + time;
    }

    String ref() {
      return "msgid=" + id;
    }
  }

  @TempDir Path data;

  private static String tag(String name, String line) {
    return line.replaceFirst("@(?:\\S*;)?" + name + "=([^; ]*).*", "$1");
  }

  private static String said(String line) {
    return line.substring(line.indexOf(" :", line.indexOf(" PRIVMSG ")) + 2);
  }

  private static List<Echo> talk(Peer peer, String target, int count) {
    List<Echo> echoes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      peer.send("PRIVMSG " + target + " :" + i);
      echoes.add(Echo.of(peer.await("* PRIVMSG " + target + " :" + i)));
      untilLaterThan(echoes.get(i).time);
    }
    return echoes;
  }

  /** Two messages of one millisecond are not told apart by their time. */
  private static void untilLaterThan(String time) {
    long then = Instant.parse(time).toEpochMilli();
    while (System.currentTimeMillis() <= then) {
      Thread.onSpinWait();
    }
  }

  private static List<String> lines(Peer peer, String asked) {
    peer.send("CHATHISTORY " + asked);
    peer.await(":* BATCH +h* chathistory " + asked.split(" ")[1]);
    List<String> lines = new ArrayList<>(peer.readUntil(":* BATCH -h*"));
    lines.remove(lines.size() - 1);
    assertThat(lines).allMatch(line -> line.startsWith("@batch=h"));
    return lines;
  }

  private static List<Echo> read(Peer peer, String asked) {
    return lines(peer, asked).stream().map(Echo::of).toList();
  }

  private static List<Integer> numbers(Peer peer, String asked) {
    return read(peer, asked).stream().map(echo -> Integer.valueOf(echo.text)).toList();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.rangeClosed(from, to).boxed().toList();
  }

  private static void everyPartIsFound(Peer peer, String target, List<Echo> said) {
    assertThat(read(peer, "LATEST " + target + " * 50")).isEqualTo(said);
    assertThat(numbers(peer, "LATEST " + target + " * 3")).isEqualTo(range(7, 9));
    for (boolean isById : new boolean[] {true, false}) {
      List<String> marks = said.stream().map(echo -> isById ? echo.ref() : echo.at()).toList();
      String at = target + " " + marks.get(4) + " ";
      assertThat(numbers(peer, "LATEST " + at + "50")).isEqualTo(range(5, 9));
      assertThat(numbers(peer, "LATEST " + at + "2")).isEqualTo(range(8, 9));
      assertThat(numbers(peer, "BEFORE " + at + "50")).isEqualTo(range(0, 3));
      assertThat(numbers(peer, "BEFORE " + at + "2")).isEqualTo(range(2, 3));
      assertThat(numbers(peer, "AFTER " + at + "50")).isEqualTo(range(5, 9));
      assertThat(numbers(peer, "AFTER " + at + "2")).isEqualTo(range(5, 6));
      assertThat(numbers(peer, "AROUND " + at + "1")).isEqualTo(range(4, 4));
      assertThat(numbers(peer, "AROUND " + at + "5")).isEqualTo(range(2, 6));
      String rising = target + " " + marks.get(1) + " " + marks.get(8) + " ";
      String falling = target + " " + marks.get(8) + " " + marks.get(1) + " ";
      assertThat(numbers(peer, "BETWEEN " + rising + "50")).isEqualTo(range(2, 7));
      assertThat(numbers(peer, "BETWEEN " + falling + "50")).isEqualTo(range(2, 7));
      assertThat(numbers(peer, "BETWEEN " + rising + "3")).isEqualTo(range(2, 4));
      assertThat(numbers(peer, "BETWEEN " + falling + "3")).isEqualTo(range(5, 7));
    }
  }

  @Test
  void everyPartOfARoomsPastIsFoundByIdAndByTimeAlsoAfterARestart() {
    List<Echo> said;
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      alice.send("JOIN #den").await(":* 366 *");
      said = talk(alice, "#den", 10);
      everyPartIsFound(alice, "#den", said);
      Peer bob = server.door().newIrc("bob", CAPABILITIES);
      bob.send("JOIN #DEN").await(":* 366 *");
      everyPartIsFound(bob, "#DEN", said);
    }
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().irc("alice", CAPABILITIES);
      alice.send("JOIN #den").await(":* 366 *");
      everyPartIsFound(alice, "#den", said);
    }
  }

  @Test
  void everyPartOfAConversationIsFoundByItsTwoAloneEvenIfOneIsGone() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      Peer bob = server.door().newIrc("bob", CAPABILITIES);
      Peer carol = server.door().newIrc("carol", CAPABILITIES);
      List<Echo> said = talk(alice, "bob", 10);
      everyPartIsFound(alice, "bob", said);
      everyPartIsFound(bob, "ALICE", said);
      assertThat(lines(carol, "LATEST alice * 10")).isEmpty();
      assertThat(lines(carol, "LATEST bob * 10")).isEmpty();
      bob.send("QUIT").await("*ERROR *");
      everyPartIsFound(alice, "bob", said);
      Peer plain = server.door().plain("alice");
      plain.send("/history bob 1").await("--- bob, since *");
      assertThat(plain.readUntil("--- now").get(0)).endsWith("9");
    }
  }

  @Test
  void whatHappenedIsAPartOfThePastForThoseWhoAskForIt() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("alice", WITH_EVENTS);
      alice.send("JOIN #den").await(":* 366 *");
      alice.send("TOPIC #den :Home").await("*TOPIC #den :Home");
      alice.send("PRIVMSG #den :hi").await("*PRIVMSG #den :hi");
      alice.send("@+draft/react=x TAGMSG #den").await("*;+draft/react=x :* TAGMSG #den");
      alice.send("@+typing=active TAGMSG #den").await("*;+typing=active :* TAGMSG #den");
      Peer bob = server.door().newIrc("bob", CAPABILITIES);
      bob.send("JOIN #den").await(":* 366 *");
      bob.send("PART #den :bye").await("*PART #den :bye");
      alice.await("*PART #den :bye");
      List<String> all = lines(alice, "LATEST #den * 50");
      assertThat(all.stream().map(line -> line.replaceFirst("^@\\S+ :", "")))
          .containsExactly(
              "alice!alice@user/alice JOIN #den",
              "alice!alice@user/alice MODE #den +q alice",
              "alice!alice@user/alice TOPIC #den :Home",
              "alice!alice@user/alice PRIVMSG #den :hi",
              "alice!alice@user/alice TAGMSG #den",
              "bob!bob@user/bob JOIN #den",
              "bob!bob@user/bob PART #den :bye");
      assertThat(all.get(4)).contains("+draft/react=x");
      bob.send("JOIN #den").await(":* 366 *");
      assertThat(lines(bob, "LATEST #den * 50")).hasSize(1).first().asString().endsWith(":hi");
    }
  }

  @Test
  void pagesNeitherSkipNorRepeatWhilePeopleTalk() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      alice.send("JOIN #den").await(":* 366 *");
      List<Echo> said = talk(alice, "#den", 20);
      List<Echo> found = new ArrayList<>(read(alice, "LATEST #den * 3"));
      while (found.size() < said.size()) {
        alice.send("PRIVMSG #den :more").await("*PRIVMSG #den :more");
        found.addAll(0, read(alice, "BEFORE #den " + found.get(0).ref() + " 3"));
      }
      assertThat(found).isEqualTo(said);
    }
  }

  @Test
  void theTargetsAreWhereSomethingWasSaidLastBetweenTwoTimes() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("Alice", CAPABILITIES);
      Peer bob = server.door().newIrc("Bob", CAPABILITIES);
      alice.send("JOIN #one,#two").await(":* 366 * #two *");
      bob.send("JOIN #secret").await(":* 366 *");
      Echo one = talk(alice, "#one", 1).get(0);
      Echo dm = talk(bob, "Alice", 1).get(0);
      talk(bob, "#secret", 1);
      Echo two = talk(alice, "#two", 2).get(1);
      String always = "timestamp=2020-01-01T00:00:00.000Z timestamp=2262-01-01T00:00:00.000Z ";
      String never = "timestamp=2262-01-01T00:00:00.000Z timestamp=2020-01-01T00:00:00.000Z ";
      String first = "#one " + one.time;
      String second = "Bob " + dm.time;
      String third = "#two " + two.time;
      assertThat(targets(alice, always + 10)).containsExactly(first, second, third);
      assertThat(targets(alice, always + 2)).containsExactly(first, second);
      assertThat(targets(alice, never + 2)).containsExactly(second, third);
      assertThat(targets(alice, one.at() + " " + two.at() + " 10")).containsExactly(second);
    }
  }

  private static List<String> targets(Peer peer, String asked) {
    peer.send("CHATHISTORY TARGETS " + asked);
    peer.await(":* BATCH +t draft/chathistory-targets");
    List<String> lines = new ArrayList<>(peer.readUntil(":* BATCH -t"));
    lines.remove(lines.size() - 1);
    return lines.stream()
        .map(line -> line.replaceFirst("^@batch=t :conclave.local CHATHISTORY TARGETS ", ""))
        .toList();
  }
}
