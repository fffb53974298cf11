package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.Event;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Stored;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What both stores promise of what was kept long enough. */
abstract class RetentionContract extends ChainContract {
  private static final int ALL = Integer.MAX_VALUE;
  private static final long NEVER = Long.MIN_VALUE;

  /** The time of the event with that sequence. */
  private static long timeOf(long seq) {
    return Events.stamp(1, seq).time();
  }

  private List<Long> sequences(String room) {
    return store.history().messages(room, Long.MAX_VALUE, 5_000).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }

  private long sweep(long before, int most) {
    return store.retention().sweep(before, most).await();
  }

  @Test
  void whatIsTooOldGoesAndTheRestIsCompleteAndUnaltered() {
    say("#a", 1, 1, 2, 3, 4, 5);
    say("#b", 2, 1, 2);
    assertThat(sweep(timeOf(3), ALL)).isEqualTo(4);
    assertThat(sequences("#a")).containsExactly(3L, 4L, 5L);
    assertThat(sequences("#b")).isEmpty();
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #3 to #5");
    assertThat(verified("#b")).isEqualTo("nothing to verify up to #2");
    say("#a", 1, 6);
    say("#b", 2, 3);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #3 to #6");
    assertThat(verified("#b")).isEqualTo("complete and unaltered from #3 to #3");
    assertThat(sweep(timeOf(3), ALL)).isZero();
  }

  @Test
  void ofEachRoomTheLastOnesStayHoweverOldTheyAre() {
    say("#a", 1, 1, 2, 3, 4, 5);
    say("#b", 2, 1, 2);
    assertThat(sweep(NEVER, 2)).isEqualTo(3);
    assertThat(sequences("#a")).containsExactly(4L, 5L);
    assertThat(sequences("#b")).containsExactly(1L, 2L);
    assertThat(sweep(NEVER, ALL)).isZero();
  }

  @Test
  void whatWasNeverKeptDoesNotCount() {
    say("#a", 1, 1, 2);
    giveWithoutKeeping(1, 2, 9_000);
    say("#a", 1, 9_001);
    assertThat(sweep(NEVER, 3)).isZero();
    assertThat(sweep(NEVER, 2)).isEqualTo(1);
    assertThat(sequences("#a")).containsExactly(2L, 9_001L);
  }

  @Test
  void noSequenceIsGivenTwiceWhenAllIsGone() {
    say("#a", 1, 1, 2, 3);
    assertThat(sweep(timeOf(9), ALL)).isEqualTo(3);
    store.close().await();
    openAgain();
    assertThat(log.load("#a").await().map(Stored::seq)).contains(3L);
    say("#a", 1, 4);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #4 to #4");
    assertThat(sequences("#a")).containsExactly(4L);
  }

  @Test
  void manyGoInSeveralStepsWhilePeopleTalkAndTheLogIsVerified() {
    say("#a", 1, LongStream.rangeClosed(1, 900).toArray());
    say("#a", 1, LongStream.rangeClosed(901, 1_800).toArray());
    Future<Long> swept = store.retention().sweep(timeOf(1_601), ALL);
    Future<?> said = log.append(Events.append("#a", 1, 1_801));
    var found = store.kept().logs().check("#a");
    assertThat(sweep(timeOf(1_601), ALL)).as("one at a time").isZero();
    assertThat(said.await()).isNull();
    assertThat(found.await().isGood()).isTrue();
    assertThat(swept.await()).isEqualTo(1_600);
    assertThat(sequences("#a")).hasSize(201).startsWith(1_601L);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #1601 to #1801");
  }

  @Test
  void whatWasTakenBackGoesWithTheRest() {
    say("#a", 1, 1, 2, 3);
    Event back = Events.takenBack("#a", 1, 4, 2);
    log.append(new Append("#a", 1, Optional.empty(), List.of(back))).await();
    assertThat(sweep(timeOf(3), ALL)).isEqualTo(2);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #3 to #4");
  }

  @Test
  void whatIsOlderThanChainsGoesAndTheChainBeginsWhereItDid() {
    say("#a", 1, 1, 2, 3);
    store.close().await();
    tamper(
        "UPDATE event SET link = NULL",
        "DELETE FROM chain",
        "DELETE FROM meta WHERE name = 'chain'");
    openAgain();
    say("#a", 1, 4, 5);
    assertThat(sweep(timeOf(3), ALL)).isEqualTo(2);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #4 to #5");
    assertThat(sweep(timeOf(5), ALL)).isEqualTo(2);
    assertThat(verified("#a")).isEqualTo("complete and unaltered from #5 to #5");
  }

  @Test
  void aStartThatWasAlteredIsNotMadeGood() {
    say("#a", 1, 1, 2, 3);
    tamper("UPDATE chain SET start_seq = 1");
    assertThat(sweep(timeOf(3), ALL)).isEqualTo(2);
    assertThat(verified("#a"))
        .isEqualTo("NOT as it was written: the chain is gone, or was altered");
  }
}
