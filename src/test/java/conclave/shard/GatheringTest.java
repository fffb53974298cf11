package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.PlaceAnswer;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.RoomCommand.Say;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lively room waits for where commits take long, and when it does not. */
final class GatheringTest extends ActorHarness {
  private static final long SLOW = 40;

  @BeforeEach
  void aRoomOfTwo() {
    enters(ALICE);
    enters(BOB);
    log.commitAll();
    log.appends.clear();
  }

  private List<Integer> batches() {
    return log.appends.stream().map(append -> append.events().size()).toList();
  }

  /** Alice's message is stored slowly, and Bob speaks meanwhile. */
  private void twoHalves(long millis) {
    says(ALICE, "a1");
    says(BOB, "b1");
    log.now += millis;
    log.commit();
  }

  @Test
  void whatBothHalvesOfALivelyRoomSayIsStoredAtOnce() {
    twoHalves(SLOW);
    assertThat(batches()).containsExactly(1);
    says(ALICE, "a2");
    assertThat(batches()).containsExactly(1, 2);
    log.now += SLOW;
    log.commit();
    says(BOB, "b2");
    assertThat(batches()).containsExactly(1, 2);
    says(ALICE, "a3");
    assertThat(batches()).containsExactly(1, 2, 2);
  }

  @Test
  void whoeverStaysSilentIsWaitedForAQuarterOfACommit() {
    twoHalves(SLOW);
    assertThat(delays).containsExactly(SLOW / 4);
    later.remove().run();
    assertThat(batches()).containsExactly(1, 1);
  }

  @Test
  void whatIsHeldBackIsStoredWhenItsOwnerEndsAndNothingIsHeldBackAfter() {
    twoHalves(SLOW);
    actor.hurry();
    assertThat(batches()).containsExactly(1, 1);
    says(ALICE, "a2");
    log.now += SLOW;
    log.commit();
    assertThat(batches()).containsExactly(1, 1, 1);
  }

  @Test
  void nobodyIsWaitedForLongerThanTwentyMilliseconds() {
    twoHalves(5_000);
    assertThat(delays).containsExactly(20L);
  }

  @Test
  void whereCommitsAreQuickNobodyIsWaitedFor() {
    twoHalves(2);
    assertThat(batches()).containsExactly(1, 1);
    assertThat(later).isEmpty();
  }

  @Test
  void aRoomThatHasBeenSilentStoresAtOnce() {
    twoHalves(SLOW);
    says(ALICE, "a2");
    log.now += SLOW;
    log.commit();
    log.now += 8 * SLOW;
    says(BOB, "b2");
    assertThat(batches()).containsExactly(1, 2, 1);
  }

  @Test
  void fortyAreEnough() {
    says(ALICE, "first");
    for (int i = 0; i < 40; i++) {
      says(BOB, "b" + i);
    }
    log.now += SLOW;
    log.commit();
    assertThat(batches()).containsExactly(1, 40);
  }

  @Test
  void theEndOfOneWaitDoesNotCutTheNextShort() {
    twoHalves(SLOW);
    says(ALICE, "a2");
    log.now += SLOW;
    log.commit();
    says(BOB, "b2");
    assertThat(later).hasSize(2);
    later.remove().run();
    assertThat(batches()).containsExactly(1, 2);
    later.remove().run();
    assertThat(batches()).containsExactly(1, 2, 1);
  }

  private void types(Source who) {
    ClientTags typing = new ClientTags(Map.of("+typing", "active"));
    submit(new Say(who, SayKind.TAGMSG, "", typing, Optional.empty()));
  }

  @Test
  void whatNobodyStoresIsNoQuickCommit() {
    twoHalves(SLOW);
    says(ALICE, "a2");
    log.now += SLOW;
    log.commit();
    int before = shown.size();
    types(ALICE);
    types(BOB);
    assertThat(shown).hasSize(before + 2);
    says(BOB, "b2");
    assertThat(batches()).containsExactly(1, 2);
  }

  @Test
  void whatChangesNothingCountsAmongThoseThatAreWaitedFor() {
    twoHalves(SLOW);
    enters(ALICE);
    assertThat(batches()).containsExactly(1, 1);
  }

  @Test
  void whatChangesNothingIsAnsweredWhenAllThatWaitsIsStored() {
    says(ALICE, "a1");
    says(BOB, "b1");
    says(BOB, "b2");
    log.now += SLOW;
    log.commit();
    later.remove().run();
    says(ALICE, "a2");
    log.now += SLOW;
    log.commit();
    Future<PlaceAnswer> again = enters(ALICE);
    assertThat(batches()).containsExactly(1, 2);
    assertThat(again.isComplete()).isFalse();
    later.remove().run();
    assertThat(again.isComplete()).isFalse();
    log.commit();
    assertThat(again.succeeded()).isTrue();
  }
}
