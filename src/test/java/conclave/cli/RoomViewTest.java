package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import conclave.client.Event.Manner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomViewTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
  private final FakeScreen screen = new FakeScreen(true);
  private final Rooms rooms = new Rooms();
  private final RoomView view =
      new RoomView(screen, rooms, Clock.fixed(NOON, ZoneId.of("Europe/Berlin")), Theme.AUTO, true);

  @BeforeEach
  void comeIn() {
    hear(new Event.Connected("alice", true));
    hear(new Event.Joined(NOON, "alice", "#lobby", true));
    hear(new Event.Joined(NOON, "alice", "#ops", true));
    screen.shown.clear();
  }

  @Test
  void onlyTheRoomInFrontIsShown() {
    say("bob", "#lobby", "hi");
    say("bob", "#ops", "not here");

    assertThat(screen.shown).containsExactly("12:00 bob: hi");
  }

  @Test
  void anotherRoomBeginsWithItsTopicAndMarksWhatIsNew() {
    hear(new Event.TopicChanged(NOON, "", "#ops", "Deploys"));
    say("bob", "#ops", "done");
    rooms.go("ops");
    view.arrived();

    assertThat(screen.shown)
        .containsExactly("━━ #ops: Deploys", "12:00 → you joined", "━━ new ━━", "12:00 bob: done");
  }

  @Test
  void itRingsForWhoIsSpokenToAndForNobodyElse() {
    say("bob", "#ops", "alice?");
    say("bob", "alice", "psst");
    say("bob", "#lobby", "malice");
    hear(said(NOON, "bob", "#lobby", "alice, long ago", false, true));

    assertThat(screen.bells.get()).isEqualTo(2);
  }

  @Test
  void anotherDayIsSaidOnce() {
    hear(said(NOON.minus(Duration.ofDays(1)), "bob", "#lobby", "good night", false, true));
    say("bob", "#lobby", "good morning");
    say("bob", "#lobby", "all");

    assertThat(screen.shown)
        .containsExactly(
            "━━ Sunday, 31 May 2026 ━━",
            "12:00 bob: good night",
            "━━ Monday, 1 June 2026 ━━",
            "12:00 bob: good morning",
            "12:00 bob: all");
  }

  @Test
  void whatIsOnTheServerHasAMark() {
    hear(said(NOON, "alice", "#lobby", "safe", true, false));
    hear(new Event.NotSaid("#lobby", "too long", "Refused."));

    assertThat(screen.shown)
        .containsExactly("12:00 alice: safe ✓", "! #lobby: Refused. Not said (/retry): too long");
  }

  @Test
  void whatHappensInARoomNeedNotNameIt() {
    hear(new Event.ModeChanged(NOON, "bob", "#lobby", "+o alice"));
    hear(new Event.NickChanged(NOON, "bob", "rob", false));
    hear(new Event.Kicked(NOON, "rob", "#lobby", "eve", "enough", false));

    assertThat(screen.shown)
        .containsExactly(
            "12:00 bob set +o alice",
            "12:00 bob is now rob",
            "12:00 eve was put out by rob (enough)");
  }

  @Test
  void severalLinesStandUnderEachOther() {
    hear(said(NOON, "bob", "#lobby", "one\ntwo", false, false));

    assertThat(screen.shown).containsExactly("12:00 bob: one", "      two");
  }

  @Test
  void whatOthersWriteCannotDriveTheTerminal() {
    say("bo\u202eb", "#lobby", "a\u001b[2Jb\u200bc\u202ed\u0007");
    hear(new Event.TopicChanged(NOON, "bob", "#lobby", "x\u001b]0;y\u0007"));

    assertThat(screen.shown)
        .containsExactly(
            "12:00 bo\uFFFDb: a\uFFFD[2Jbcd\uFFFD", "12:00 bob set the topic: x\uFFFD]0;y\uFFFD");
  }

  @Test
  void aLossIsToldOnceAndTheReturnOnce() {
    Event.Disconnected lost =
        new Event.Disconnected("reset", Optional.of(Duration.ofSeconds(1)), List.of());
    hear(lost);
    hear(lost);
    hear(new Event.Told("Welcome to the network"));
    hear(new Event.Connected("alice", true));
    hear(new Event.Joined(NOON, "alice", "#lobby", true));
    hear(new Event.Names("#lobby", List.of("alice")));
    hear(said(NOON, "bob", "#lobby", "missed", false, true));

    assertThat(screen.shown)
        .containsExactly(
            "-- No connection: reset. Trying again in 1 s.",
            "-- You are alice.",
            "12:00 bob: missed");
  }

  @Test
  void thePastStandsApart() {
    Event.Said one = said(NOON, "bob", "#lobby", "once", false, true);
    hear(new Event.Past("#lobby", List.of(one), false));
    hear(new Event.Past("", List.of(), true));

    assertThat(screen.shown)
        .containsExactly(
            "━━ #lobby, earlier ━━", "12:00 bob: once", "━━ up to here ━━", "━━ nothing found ━━");
  }

  @Test
  void aRoomThatIsLeftGivesWayToAnother() {
    hear(new Event.Parted(NOON, "alice", "#lobby", "", true));

    assertThat(screen.shown).containsExactly("12:00 ← you left", "━━ #ops", "12:00 → you joined");
  }

  private void say(String who, String target, String text) {
    hear(said(NOON, who, target, text, false, false));
  }

  private void hear(Event event) {
    view.heard(event, rooms.note(event));
  }

  private static Event.Said said(
      Instant time, String who, String target, String text, boolean own, boolean replayed) {
    return new Event.Said(time, who, target, text, Manner.MESSAGE, own, replayed, 0, "id");
  }
}
