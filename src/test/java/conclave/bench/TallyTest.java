package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Three members of a room, of which the first two send. */
class TallyTest {
  private static final Seating SEATING = Seating.of(3, 1, 1, 2);
  private static final Tally.Span MEASURED = new Tally.Span(1_000_000, 2_000_000);

  private final Tally tally = new Tally(SEATING, client -> true, MEASURED);

  private boolean comes(int client, int sender, int number) {
    return comes(tally, client, sender, number, 0, 0);
  }

  private static boolean comes(
      Tally tally, int client, int sender, int number, long due, long now) {
    Stamp stamp = new Stamp();
    stamp.sender = sender;
    stamp.number = number;
    stamp.time = due;
    return tally.delivered(client, stamp, now);
  }

  private void toAll(int sender, int number) {
    for (int client = 0; client < 3; client++) {
      assertThat(comes(client, sender, number)).isTrue();
    }
  }

  @Test
  void whatComesOnceAndInOrderIsAsItHasToBe() {
    assertThat(tally.sends(0, 0)).isZero();
    assertThat(tally.sends(1, 0)).isZero();
    assertThat(tally.sends(0, 0)).isEqualTo(1);
    toAll(0, 0);
    toAll(1, 0);
    toAll(0, 1);
    assertThat(tally.expected()).isEqualTo(9);
    assertThat(tally.delivered()).isEqualTo(9);
    assertThat(tally.faults(0)).isEqualTo(Faults.NONE);
  }

  @Test
  void whatDoesNotComeIsLostAndTheOrderIsNotKnown() {
    tally.sends(0, 0);
    tally.sends(0, 0);
    toAll(0, 0);
    comes(1, 0, 1);
    assertThat(tally.faults(0)).isEqualTo(new Faults(2, 0, 0, OptionalLong.empty(), 0, 0));
  }

  @Test
  void whatComesAgainIsTwice() {
    tally.sends(0, 0);
    tally.sends(0, 0);
    toAll(0, 0);
    toAll(0, 1);
    assertThat(comes(2, 0, 1)).isFalse();
    assertThat(comes(2, 0, 0)).isFalse();
    assertThat(tally.faults(0)).isEqualTo(new Faults(0, 2, 0, OptionalLong.of(0), 0, 0));
  }

  @Test
  void whatComesBehindALaterOneIsOutOfOrder() {
    tally.sends(0, 0);
    tally.sends(0, 0);
    comes(0, 0, 0);
    comes(0, 0, 1);
    comes(1, 0, 0);
    comes(1, 0, 1);
    assertThat(comes(2, 0, 1)).isTrue();
    assertThat(comes(2, 0, 0)).isTrue();
    assertThat(comes(2, 0, 0)).isFalse();
    assertThat(tally.faults(0)).isEqualTo(new Faults(0, 1, 1, OptionalLong.of(1), 0, 0));
  }

  @Test
  void membersThatSeeSendersInAnotherOrderAreCounted() {
    tally.sends(0, 0);
    tally.sends(1, 0);
    comes(0, 0, 0);
    comes(0, 1, 0);
    comes(1, 1, 0);
    comes(1, 0, 0);
    comes(2, 0, 0);
    comes(2, 1, 0);
    assertThat(tally.faults(0)).isEqualTo(new Faults(0, 0, 0, OptionalLong.of(1), 0, 0));
  }

  @Test
  void whoIsNotToldWhatItSaidIsNotExpectedToBe() {
    Tally quiet = new Tally(SEATING, client -> false, MEASURED);
    quiet.sends(0, 0);
    assertThat(quiet.expected()).isEqualTo(2);
    comes(quiet, 1, 0, 0, 0, 0);
    comes(quiet, 2, 0, 0, 0, 0);
    Faults faults = quiet.faults(0);
    assertThat(faults.areThere()).isFalse();
    assertThat(faults.orderDiffers()).as("one member has nobody to differ from").isEmpty();
  }

  @Test
  void whatNobodyHasSaidIsForeign() {
    tally.sends(0, 0);
    toAll(0, 0);
    assertThat(comes(0, 0, 1)).as("a number that was not sent").isFalse();
    assertThat(comes(0, 2, 0)).as("one who sends nothing").isFalse();
    assertThat(comes(0, 77, 0)).as("one who is not there").isFalse();
    assertThat(tally.faults(1)).isEqualTo(new Faults(0, 0, 0, OptionalLong.of(0), 3, 1));
  }

  @Test
  void onlyWhatIsMeasuredCountsForRatesAndLatencies() {
    for (long due : new long[] {0, 1_000_000, 1_999_999, 2_000_000}) {
      tally.sends(0, due);
    }
    comes(tally, 1, 0, 0, 0, 1_500_000);
    comes(tally, 1, 0, 1, 1_000_000, 1_600_000);
    comes(tally, 1, 0, 2, 1_999_999, 9_999_999);
    comes(tally, 1, 0, 3, 2_000_000, 9_999_999);
    assertThat(tally.messagesInTime()).isEqualTo(2);
    assertThat(tally.inTime()).isEqualTo(2);
    Latencies latencies = tally.latencies().get(0);
    assertThat(latencies.count()).isEqualTo(2);
    assertThat(latencies.millis(50)).isBetween(0.5994, 0.6006);
    assertThat(latencies.mostMillis()).isBetween(7.992, 8.008);
  }

  @Test
  void latenciesAreKeptByTheServerOfTheReceiver() {
    Tally two = new Tally(Seating.of(4, 1, 2, 1), client -> true, new Tally.Span(0, 10));
    two.sends(0, 0);
    for (int client = 0; client < 4; client++) {
      comes(two, client, 0, 0, 0, client % 2 == 0 ? 1_000_000 : 5_000_000);
    }
    assertThat(two.latencies()).extracting(Latencies::count).containsExactly(2L, 2L);
    assertThat(two.latencies().get(1).millis(50)).isBetween(4.995, 5.005);
  }
}
