package conclave.shard;

import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.RoomCommand.Depart;
import conclave.room.RoomCommand.Say;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A room goes from one shard to another, or stays, and nothing is lost between the two. */
class MovesTest extends ShardsHarness {
  @Test
  void aRoomMovesWithItsMembersAndItsLogGoesOn() {
    roomOfAliceAndBob("#tea");
    Future<PlaceAnswer> renamed = renames("#tea", "#cake");
    assertThat(renamed.isComplete()).isFalse();
    assertThat(members("#tea")).containsExactly("alice", "bob");
    log.commit();
    assertThat(reasons(renamed)).isEmpty();
    assertThat(look("#tea")).isEmpty();
    assertThat(members("#cake")).containsExactly("alice", "bob");
    says("#cake", BOB, "hi");
    log.commit();
    assertThat(shown).extracting(event -> event.stamp().seq()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(shown)
        .extracting(event -> event.stamp().place())
        .containsOnly(shown.get(0).stamp().place());
    assertThat(((Event.InRoom) shown.get(2)).room().text()).isEqualTo("#tea");
  }

  @Test
  void whoKnowsItsLogFindsItUnderAnyNameThatItHad() {
    roomOfAliceAndBob("#tea");
    long tea = shown.get(0).stamp().place();
    renames("#tea", "#cake");
    log.commit();
    renames("#cake", "#bread");
    log.commit();
    enters("#tea", user("carl"));
    log.commitAll();
    for (String name : List.of("#tea", "#cake", "#bread")) {
      assertThat(find(name, tea)).hasValue("#bread");
    }
    assertThat(find("#tea", look("#tea").orElseThrow().log())).hasValue("#tea");
    assertThat(find("#cake", tea + 1)).isEmpty();
  }

  private Optional<String> find(String name, long log) {
    return ask(name, new PlaceRequest.Find(log, name))
        .result()
        .view()
        .map(view -> view.name().text());
  }

  @Test
  void whatComesWhileItMovesIsDoneUnderTheNewNameAndNewcomersHaveTheOldOne() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    Future<PlaceAnswer> said = says("#tea", BOB, "on my way");
    Future<PlaceAnswer> came = enters("#tea", user("carl"));
    Future<PlaceAnswer> asked = ask("#cake", new PlaceRequest.Look("#cake"));
    assertThat(asked.isComplete()).as("the name is kept for the room").isFalse();
    log.commit();
    assertThat(asked.result().view().orElseThrow().members()).hasSize(2);
    log.commitAll();
    assertThat(reasons(said)).isEmpty();
    assertThat(reasons(came)).isEmpty();
    assertThat(members("#tea")).containsExactly("carl");
    assertThat(members("#cake")).containsExactly("alice", "bob");
    assertThat(shown).filteredOn(Event.Said.class::isInstance).hasSize(1);
    assertThat(((Event.InRoom) shown.get(3)).room().text()).isEqualTo("#cake");
  }

  /** An owner before has done it, and could not say so any more. */
  @Test
  void whatIsAskedAgainWhileTheRoomMovesIsNotDoneTwice() {
    roomOfAliceAndBob("#tea");
    Say say = new Say(BOB, SayKind.PRIVMSG, "hi");
    PlaceRequest.Do first = new PlaceRequest.Do("#tea", say, new Origin("c", ++commands));
    ask("#tea", first);
    log.commit();
    renames("#tea", "#cake");
    Future<PlaceAnswer> again = ask("#tea", new PlaceRequest.Again(first));
    log.commitAll();
    assertThat(reasons(again)).isEmpty();
    assertThat(shown).filteredOn(Event.Said.class::isInstance).hasSize(1);
  }

  /** The connection broke while it was stored, and for a while the store can't be read. */
  @Test
  void aRoomWhoseNewNameIsFoundStoredLaterMovesThen() {
    roomOfAliceAndBob("#tea");
    List<Runnable> later = new ArrayList<>();
    laters = (millis, work) -> later.add(work);
    Future<PlaceAnswer> renamed = renames("#tea", "#cake");
    log.goAway();
    log.commitUnheard();
    assertThat(renamed.failed()).isTrue();
    Future<PlaceAnswer> asked = ask("#cake", new PlaceRequest.Look("#cake"));
    assertThat(asked.isComplete()).as("the name is kept for the room").isFalse();
    log.comeBack();
    later.remove(0).run();
    assertThat(asked.result().view().orElseThrow().members()).hasSize(2);
    says("#cake", BOB, "hi");
    log.commitAll();
    assertThat(look("#tea")).isEmpty();
    assertThat(shown).extracting(event -> event.stamp().seq()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aRoomWhoseNewNameWasNotStoredStaysAndTheNameIsFreeAgain() {
    roomOfAliceAndBob("#tea");
    List<Runnable> later = new ArrayList<>();
    laters = (millis, work) -> later.add(work);
    renames("#tea", "#cake");
    log.goAway();
    log.failUnheard();
    log.comeBack();
    later.remove(0).run();
    enters("#cake", user("carl"));
    log.commitAll();
    assertThat(members("#cake")).containsExactly("carl");
    assertThat(members("#tea")).containsExactly("alice", "bob");
  }

  @Test
  void whatIsSaidUnderTheNewNameComesBehindWhatWasSaidUnderTheOldOne() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    says("#tea", BOB, "first");
    says("#cake", BOB, "second");
    says("#tea", BOB, "third");
    log.commitAll();
    assertThat(shown)
        .filteredOn(Event.Said.class::isInstance)
        .extracting(event -> ((Event.Said) event).text())
        .containsExactly("first", "third", "second");
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    roomOfAliceAndBob("#tea");
    enters("#cake", ALICE);
    assertThat(reasons(renames("#tea", "#cake"))).containsExactly(Reason.ROOM_NAME_IN_USE);
    log.commitAll();
    assertThat(reasons(renames("#tea", "#cake"))).containsExactly(Reason.ROOM_NAME_IN_USE);
    assertThat(reasons(renames("#tea", "#lobby"))).containsExactly(Reason.ROOM_NAME_IN_USE);
    assertThat(says("#tea", BOB, "still here").isComplete()).isFalse();
    log.commitAll();
    assertThat(members("#tea")).hasSize(2);
  }

  @Test
  void ofTwoWhoWantOneNameOneGetsIt() {
    roomOfAliceAndBob("#tea");
    roomOfAliceAndBob("#coffee");
    Future<PlaceAnswer> first = renames("#tea", "#cake");
    Future<PlaceAnswer> second = renames("#coffee", "#cake");
    Future<PlaceAnswer> again = renames("#tea", "#scones");
    assertThat(reasons(second)).containsExactly(Reason.ROOM_NAME_IN_USE);
    assertThat(reasons(again)).containsExactly(Reason.CANNOT_RENAME_ROOM);
    log.commitAll();
    assertThat(reasons(first)).isEmpty();
    assertThat(members("#cake")).hasSize(2);
    assertThat(members("#coffee")).hasSize(2);
    Future<PlaceAnswer> freed = renames("#coffee", "#tea");
    log.commitAll();
    assertThat(reasons(freed)).isEmpty();
  }

  @Test
  void whatCanNotBeStoredLeavesAllAsItWas() {
    roomOfAliceAndBob("#tea");
    Future<PlaceAnswer> renamed = renames("#tea", "#cake");
    Future<PlaceAnswer> late = says("#tea", BOB, "hm");
    Future<PlaceAnswer> asked = ask("#cake", new PlaceRequest.Look("#cake"));
    log.fail();
    assertThat(renamed.failed()).isTrue();
    assertThat(late.failed()).isTrue();
    assertThat(asked.result().view()).isEmpty();
    assertThat(members("#tea")).containsExactly("alice", "bob");
    Future<PlaceAnswer> again = renames("#tea", "#cake");
    log.commitAll();
    assertThat(reasons(again)).isEmpty();
    assertThat(members("#cake")).hasSize(2);
  }

  @Test
  void aCommitWhoseEndWasNotHeardCounts() {
    roomOfAliceAndBob("#tea");
    Future<PlaceAnswer> renamed = renames("#tea", "#cake");
    log.commitUnheard();
    assertThat(reasons(renamed)).isEmpty();
    assertThat(members("#cake")).containsExactly("alice", "bob");
    assertThat(look("#tea")).isEmpty();
  }

  @Test
  void whoLeavesTheServerLeavesTheRoomWhereverItHasGone() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    log.commit();
    renames("#cake", "#scones");
    log.commit();
    enters("#tea", BOB);
    log.commit();
    Future<PlaceAnswer> gone = does("#tea", new Depart(BOB, "bye"));
    log.commitAll();
    assertThat(gone.succeeded()).isTrue();
    assertThat(members("#tea")).isEmpty();
    assertThat(members("#scones")).containsExactly("alice");
  }

  @Test
  void traceGoesAndNothingRunsInCircles() {
    roomOfAliceAndBob("#tea");
    for (int i = 0; i < 3; i++) {
      renames("#tea", "#cake");
      log.commit();
      renames("#cake", "#tea");
      log.commit();
    }
    does("#cake", new Depart(BOB, "bye"));
    log.commitAll();
    assertThat(members("#tea")).containsExactly("alice");
    now += Traces.LASTING + 1;
    does("#cake", new Depart(ALICE, "bye"));
    log.commitAll();
    assertThat(members("#tea")).containsExactly("alice");
  }

  @Test
  void tracesAreBounded() {
    Traces traces = new Traces(() -> now);
    for (int i = 0; i < Traces.MAX + 10; i++) {
      traces.add("#a" + i, i, "#b");
    }
    assertThat(traces.any("#a9")).isFalse();
    assertThat(traces.any("#a10")).isTrue();
    assertThat(traces.of("#a1009", 1_009)).contains("#b");
  }

  @Test
  void anotherCaseIsAnotherTextAndTheSameRoom() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#TEA");
    log.commit();
    assertThat(look("#tea").orElseThrow().name().text()).isEqualTo("#TEA");
    assertThat(members("#tea")).hasSize(2);
  }
}
