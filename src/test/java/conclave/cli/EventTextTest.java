package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.Event;
import conclave.client.Event.Manner;
import conclave.client.ListedSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventTextTest {
  private static final Instant NOON = Instant.parse("2026-06-01T10:00:00Z");
  private final EventText text =
      new EventText(Clock.fixed(NOON, ZoneId.of("Europe/Berlin")), false);

  @Test
  void whatIsSaidInARoomReadsLikeAChat() {
    assertThat(said("alice", "#lobby", "hi", Manner.MESSAGE, false))
        .isEqualTo("[12:00] #lobby alice: hi");
    assertThat(said("alice", "#lobby", "waves", Manner.ACTION, false))
        .isEqualTo("[12:00] #lobby * alice waves");
  }

  @Test
  void whatIsSaidBetweenTwoNamesTheOther() {
    assertThat(said("bob", "alice", "psst", Manner.MESSAGE, false))
        .isEqualTo("[12:00] bob to you: psst");
    assertThat(said("alice", "bob", "yes?", Manner.MESSAGE, true))
        .isEqualTo("[12:00] you to bob: yes?");
  }

  @Test
  void earlierDaysShowTheirDate() {
    Event.Joined joined = new Event.Joined(NOON.minus(Duration.ofDays(1)), "bob", "#lobby", false);

    assertThat(joined.accept(text)).isEqualTo("[2026-05-31 12:00] #lobby bob joined");
  }

  @Test
  void aNameCannotHideWhoItIs() {
    assertThat(said("bo\u202eb", "#lobby", "hi", Manner.MESSAGE, false)).contains("bo\uFFFDb:");
  }

  @Test
  void aLossNamesWhatMayBeLost() {
    Event.Disconnected lost =
        new Event.Disconnected("reset", Optional.of(Duration.ofSeconds(2)), List.of("hi"));

    assertThat(lost.accept(text))
        .isEqualTo("-- No connection: reset. Trying again in 2 s. Perhaps not delivered: \"hi\".");
  }

  @Test
  void aSessionSaysWhoseItIsAndSinceWhen() {
    ListedSession own =
        new ListedSession(7, "self", NOON.minus(Duration.ofDays(1)), NOON, "::1", "desk", "irssi");
    ListedSession away = new ListedSession(8, "away", NOON, NOON, "", "", "");

    assertThat(new Event.SessionListed(own).accept(text))
        .isEqualTo(
            "-- Session 7 (this one) on desk from ::1 with irssi:"
                + " since 2026-05-31 12:00, seen 12:00");
    assertThat(new Event.SessionListed(away).accept(text))
        .isEqualTo("-- Session 8 (not connected): since 12:00, seen 12:00");
  }

  @Test
  void whatHasANumberBeginsWithIt() {
    Event said =
        new Event.Said(NOON, "bob", "#lobby", "hi", Manner.MESSAGE, false, false, 4_711, "");
    assertThat(said.accept(text)).isEqualTo("#4711 [12:00] #lobby bob: hi");
  }

  private String said(String who, String target, String words, Manner manner, boolean own) {
    return new Event.Said(NOON, who, target, words, manner, own, false, 0, "").accept(text);
  }
}
