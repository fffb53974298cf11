package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Doubtful;
import conclave.bus.PlaceAnswer;
import conclave.bus.Unavailable;
import conclave.room.Event;
import conclave.room.Mothers;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import io.vertx.core.Future;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of commits whose end was not heard. */
class UnheardCommitTest extends ActorHarness {
  @Test
  void whatWasStoredThoughItsAcknowledgementWasLostIsShownAndDone() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> unheard = says(ALICE, "one");
    Future<PlaceAnswer> waiting = says(ALICE, "two");
    log.commitUnheard();
    assertThat(unheard.succeeded()).isTrue();
    assertThat(waiting.isComplete()).isFalse();
    log.commit();
    assertThat(waiting.succeeded()).isTrue();
    assertThat(shownSequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatWasStoredUnheardIsDoneAlsoWhereAnotherOwnerHasStoredMore() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> unheard = says(ALICE, "one");
    Future<PlaceAnswer> waiting = says(ALICE, "two");
    Stamp next = new Stamp(7, 3, Mothers.NOW, new Origin("d", 1));
    log.commitUnheardBefore(new Event.Said(next, Mothers.LOBBY, ALICE, SayKind.PRIVMSG, "more"));
    assertThat(unheard.result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(waiting.failed()).isTrue();
    assertThat(shownSequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whereNobodyKnowsWhetherItWasStoredItIsNotShown() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> unknown = says(ALICE, "one");
    log.goAway();
    log.commitUnheard();
    assertThat(unknown.cause()).isInstanceOf(Doubtful.class);
    assertThat(shownSequences()).containsExactly(1L);
    assertThat(says(ALICE, "two").failed()).as("nothing is decided on what is not known").isTrue();
    later.remove().run();
    log.comeBack();
    later.remove().run();
    assertThat(shownSequences()).containsExactly(1L, 2L);
    says(ALICE, "three");
    log.commit();
    assertThat(shownSequences()).containsExactly(1L, 2L, 3L);
    assertThat(later).isEmpty();
  }

  @Test
  void whatWasInDoubtAndIsNotThereIsRefusedForSure() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> lost = says(ALICE, "one");
    log.failUnheard();
    assertThat(lost.cause()).isInstanceOf(Unavailable.class).isNotInstanceOf(Doubtful.class);
  }

  @Test
  void whereItIsKnownThatNothingWasStoredItGoesOnAtOnce() {
    enters(ALICE);
    log.commit();
    says(ALICE, "one");
    log.goAway();
    log.fail();
    log.comeBack();
    says(ALICE, "two");
    log.commit();
    assertThat(shownSequences()).containsExactly(1L, 2L);
    assertThat(((Event.Said) shown.get(1)).text()).isEqualTo("two");
  }

  @Test
  void aCommitThatComesTrueLateIsShownAndTakenForNoOther() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> given = says(ALICE, "late");
    Event late = log.appends.get(1).events().get(0);
    log.fail();
    assertThat(given.failed()).isTrue();
    log.keepElsewhere(late);
    Future<PlaceAnswer> other = says(ALICE, "other");
    log.fail();
    assertThat(other.failed()).isTrue();
    assertThat(shown.get(1)).isSameAs(late);
    says(ALICE, "next");
    log.commit();
    assertThat(shownSequences()).containsExactly(1L, 2L, 3L);
  }
}
