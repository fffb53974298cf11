package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import conclave.client.Event.Manner;
import conclave.client.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusLineTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
  private final Rooms rooms = new Rooms();
  private final StatusLine line = new StatusLine(rooms, Theme.MONO);

  @BeforeEach
  void comeIn() {
    rooms.note(new Event.Connected("alice", true));
    rooms.note(new Event.Joined(NOON, "alice", "#lobby", true));
    rooms.note(new Event.Joined(NOON, "alice", "#ops", true));
  }

  @Test
  void roomsShowWhatIsUnreadAndWhoIsCalled() {
    assertThat(shown("", List.of(), 80)).isEqualTo("[1:#lobby] [2:#ops] 1 here\n#lobby> ");
    say("hi");
    assertThat(shown("", List.of(), 80)).startsWith("[1:#lobby] [2:#ops 1] ");
    say("hi alice");
    rooms.note(new Event.TopicChanged(NOON, "bob", "#lobby", "All\u001b things"));
    assertThat(shown("", List.of(), 80))
        .startsWith("[1:#lobby] [2:#ops 2!] 1 here · All\uFFFD things\n");
  }

  @Test
  void whatIsWrongComesFirst() {
    Trouble trouble = new Trouble();
    Duration pause = Duration.ofMillis(3_500);
    trouble.note(new Event.Disconnected("reset", Optional.of(pause), List.of()), NOON);

    assertThat(shown(trouble.text(NOON), List.of(), 80))
        .startsWith("offline, reconnecting in 4 s  [1:#lobby]");
    assertThat(trouble.text(NOON.plusSeconds(5))).isEqualTo("offline, reconnecting ...");
    trouble.note(new Event.Connected("alice", true), NOON);
    assertThat(trouble.text(NOON)).isEmpty();
  }

  @Test
  void whatIsNotOnTheServerYetStandsOverThePromptWhenItTakesLong() {
    Trouble trouble = new Trouble();
    trouble.note(new Event.Connected("alice", true), NOON);
    List<Pending> pending = List.of(new Pending("#lobby", "hi"));

    assertThat(trouble.slow(pending)).isEmpty();
    trouble.passed(pending);
    assertThat(trouble.slow(pending)).isEmpty();
    trouble.passed(pending);
    assertThat(shown("", trouble.slow(pending), 80)).startsWith("sending … #lobby: hi\n[1:");
    assertThat(trouble.slow(List.of())).isEmpty();
  }

  @Test
  void noLineIsLongerThanTheScreen() {
    rooms.note(new Event.TopicChanged(NOON, "bob", "#lobby", "日本語".repeat(100)));
    List<Pending> pending = List.of(new Pending("#lobby", "😀".repeat(100)));

    assertThat(line.of("", pending, List.of("bob"), 40).columnSplitLength(1_000))
        .allSatisfy(one -> assertThat(one.columnLength()).isLessThan(40));
  }

  @Test
  void whoIsTypingIsForgottenAfterAWhile() {
    Typists typists = new Typists();
    typists.note(new Event.Typing("bob", "#lobby", true), "#lobby", NOON);
    typists.note(new Event.Typing("carol", "#lobby", true), "#lobby", NOON);
    Event said = new Event.Said(NOON, "carol", "#lobby", "hi", Manner.MESSAGE, false, false, 0, "");
    typists.note(said, "#lobby", NOON);

    assertThat(typists.in("#Lobby", NOON.plusSeconds(5))).containsExactly("bob");
    assertThat(typists.in("#lobby", NOON.plusSeconds(7))).isEmpty();
    for (int i = 0; i < Typists.MAX + 20; i++) {
      typists.note(new Event.Typing("n" + i, "#lobby", true), "#lobby", NOON);
    }
    assertThat(typists.in("#lobby", NOON)).hasSize(Typists.MAX);
  }

  private String shown(String trouble, List<Pending> pending, int columns) {
    return line.of(trouble, pending, List.of(), columns).toString();
  }

  private void say(String text) {
    rooms.note(new Event.Said(NOON, "bob", "#ops", text, Manner.MESSAGE, false, false, 0, ""));
  }
}
