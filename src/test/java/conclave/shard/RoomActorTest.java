package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.PlaceAnswer;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.Room;
import conclave.room.RoomCommand;
import conclave.room.RoomCommand.Kick;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomCommand.SetTopic;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomActorTest extends ActorHarness {
  private List<Integer> batchSizes() {
    return log.appends.stream().map(append -> append.events().size()).toList();
  }

  private boolean hasMember(String nick) {
    return ((Room) actor.shown()).view().member(new Nick(nick)).isPresent();
  }

  @Test
  void whatArrivesDuringACommitFormsTheNextBatch() {
    enters(ALICE);
    for (int i = 0; i < 5; i++) {
      says(ALICE, "m" + i);
    }
    assertThat(log.openCommits()).isEqualTo(1);
    log.commit();
    log.commit();
    assertThat(batchSizes()).containsExactly(1, 5);
    assertThat(shownSequences()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
  }

  private Future<PlaceAnswer> types(Source who) {
    return submit(
        new Say(
            who,
            SayKind.TAGMSG,
            "",
            new ClientTags(Map.of("+typing", "active")),
            Optional.empty()));
  }

  @Test
  void whatIsNotKeptIsShownInItsTurnAndNeverStored() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> alone = types(ALICE);
    assertThat(alone.result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(shownSequences()).containsExactly(1L, 0L);
    says(ALICE, "one");
    Future<PlaceAnswer> behind = types(ALICE);
    says(ALICE, "two");
    assertThat(behind.isComplete()).isFalse();
    log.commitAll();
    assertThat(shownSequences()).containsExactly(1L, 0L, 2L, 0L, 3L);
    assertThat(batchSizes()).containsExactly(1, 1, 1);
    assertThat(shown.stream().map(event -> event.stamp().msgid())).doesNotHaveDuplicates();
  }

  @Test
  void whatIsNotKeptMakesNoPlace() {
    Future<PlaceAnswer> refused = types(ALICE);
    assertThat(refused.result().refusals()).isNotEmpty();
    assertThat(log.appends).isEmpty();
  }

  @Test
  void nothingIsShownOrAnsweredBeforeItIsStored() {
    Future<PlaceAnswer> answer = enters(ALICE);
    assertThat(shown).isEmpty();
    assertThat(answer.isComplete()).isFalse();
    assertThat(hasMember("alice")).isFalse();
    log.commit();
    assertThat(shown).hasSize(1);
    assertThat(answer.result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(hasMember("alice")).isTrue();
  }

  @Test
  void whatIsShownIsShownBeforeItIsAnswered() {
    List<Integer> shownAtAnswer = new ArrayList<>();
    enters(ALICE).onComplete(done -> shownAtAnswer.add(shown.size()));
    log.commit();
    assertThat(shownAtAnswer).containsExactly(1);
  }

  @Test
  void aCommandIsDecidedOnAllThatCameBeforeIt() {
    enters(ALICE);
    enters(BOB);
    submit(new Kick(ALICE, new Nick("bob"), "out", false));
    Future<PlaceAnswer> refused = says(BOB, "hi");
    log.commitAll();
    assertThat(refused.result().refusals())
        .containsExactly(Refusal.of(Reason.CANNOT_SAY, "#lobby"));
    assertThat(hasMember("bob")).isFalse();
  }

  @Test
  void whatChangesNothingIsAnsweredWhenAllBeforeItIsShown() {
    enters(ALICE);
    Future<PlaceAnswer> again = enters(ALICE);
    assertThat(again.isComplete()).isFalse();
    log.commit();
    assertThat(shown).hasSize(1);
    assertThat(again.result()).isEqualTo(PlaceAnswer.settled(List.of()));
  }

  @Test
  void whatChangesNothingOfWhatWasNotStoredFailsWithIt() {
    enters(ALICE);
    Future<PlaceAnswer> again = enters(ALICE);
    log.fail();
    assertThat(again.failed()).isTrue();
    assertThat(shown).isEmpty();
  }

  @Test
  void theStateIsStoredWhenItIsNewOrChanged() {
    enters(ALICE);
    log.commit();
    says(ALICE, "hi");
    log.commit();
    submit(new SetTopic(ALICE, "tea", false));
    log.commit();
    assertThat(log.appends)
        .extracting(append -> append.state().isPresent())
        .containsExactly(true, false, true);
    assertThat(log.appends).allMatch(append -> append.key().equals("#lobby") && append.id() == 7);
  }

  @Test
  void aFailedCommitRefusesAllThatWaitedAndTheRoomGoesOnFromWhatIsStored() {
    enters(ALICE);
    log.commit();
    Future<PlaceAnswer> lost = enters(BOB);
    Future<PlaceAnswer> waiting = says(BOB, "hi");
    log.fail();
    assertThat(lost.failed()).isTrue();
    assertThat(waiting.failed()).isTrue();
    assertThat(log.openCommits()).isZero();
    assertThat(shownSequences()).containsExactly(1L);

    assertThat(says(BOB, "am I in?").result().refusals()).hasSize(1);
    Future<PlaceAnswer> again = enters(BOB);
    log.commit();
    assertThat(again.succeeded()).isTrue();
    assertThat(shownSequences()).containsExactly(1L, 2L);
  }

  @Test
  void whatNeedsNoEventNeedsNoCommit() {
    enters(ALICE);
    log.commit();
    assertThat(enters(ALICE).result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(log.appends).hasSize(1);
  }

  private Future<PlaceAnswer> comesBackToALobbyOfBob() {
    log.share();
    enters(BOB);
    log.commit();
    return submit(new RoomCommand.Resume(ALICE, "Alice"));
  }

  @Test
  void whoIsInAgainAfterARestartIsKnownToTheNextOwner() {
    Future<PlaceAnswer> back = comesBackToALobbyOfBob();
    assertThat(hasMember("alice")).as("before it is stored").isFalse();
    assertThat(log.appends.get(1).members()).containsOnlyKeys("alice");
    assertThat(log.appends.get(1).last()).isEqualTo(1);
    log.commit();
    assertThat(back.result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(hasMember("alice")).isTrue();
  }

  @Test
  void whoCouldNotBeStoredAsInIsNotIn() {
    Future<PlaceAnswer> back = comesBackToALobbyOfBob();
    log.fail();
    assertThat(back.failed()).isTrue();
    assertThat(hasMember("alice")).isFalse();
  }

  @Test
  void whoAsksAgainFromTheAnswerIsServedInOrder() {
    enters(ALICE).onSuccess(in -> says(ALICE, "first"));
    Future<PlaceAnswer> second = enters(BOB);
    log.commitAll();
    assertThat(second.succeeded()).isTrue();
    assertThat(shownSequences()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void anActorWithNothingToLoseMayBeForgotten() {
    assertThat(actor.isIdle()).isTrue();
    enters(ALICE);
    assertThat(actor.isIdle()).isFalse();
    log.commit();
    assertThat(actor.isIdle()).isFalse();
    submit(new RoomCommand.Leave(ALICE, Optional.empty()));
    assertThat(actor.isIdle()).isFalse();
    log.commit();
    assertThat(actor.isIdle()).isTrue();
  }
}
