package conclave.shard;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.PlaceAnswer;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.Room;
import conclave.room.RoomCommand;
import conclave.room.RoomLimits;
import conclave.room.RoomState;
import conclave.room.SayKind;
import conclave.room.Stamp;
import conclave.room.WholeRoom;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent again is said once, and answered as at the first time. */
class RetryTest {
  private static final Source ALICE = user("alice");
  private static final Source BOB = user("bob");

  private final LogByHand log = new LogByHand();
  private final List<Event> shown = new ArrayList<>();
  private final SaidLately lately = new SaidLately();
  private final Repeats.Memory memory = new Repeats.Memory(lately, new Traces(() -> NOW));
  private RoomActor actor =
      actor(
          new Room(
              new WholeRoom(
                  7, RoomState.fresh(LOBBY, NOW, Modes.INITIAL), 0, 0, List.of(), List.of()),
              () -> false,
              RetryTest::limits),
          true);
  private long commands;

  private static RoomLimits limits() {
    return new RoomLimits(10, 10);
  }

  private RoomActor actor(Room room, boolean isNew) {
    return new RoomActor(
        room, isNew, log.setting((millis, work) -> work.run()), memory, shown::addAll);
  }

  @BeforeEach
  void aliceIsIn() {
    does(new RoomCommand.Enter(ALICE, "R", Optional.empty(), true, false));
    log.commit();
    shown.clear();
  }

  private Future<PlaceAnswer> does(RoomCommand command) {
    return actor.submit(command, new Origin("c", ++commands));
  }

  private Future<PlaceAnswer> says(String text) {
    return does(new RoomCommand.Say(ALICE, SayKind.PRIVMSG, text));
  }

  private Future<PlaceAnswer> says(String text, String id) {
    return says(text, new RetryKey("alice", id, true));
  }

  private Future<PlaceAnswer> says(String text, RetryKey key) {
    return actor.submit(
        new RoomCommand.Say(ALICE, SayKind.PRIVMSG, text),
        new Origin("c", ++commands).knownBy(key));
  }

  private List<String> texts() {
    return shown.stream()
        .filter(Event.Said.class::isInstance)
        .map(event -> ((Event.Said) event).text())
        .toList();
  }

  private static Optional<Long> first(Future<PlaceAnswer> answer) {
    return answer.result().first().map(event -> event.stamp().seq());
  }

  private void forgetLately() {
    for (int i = 0; i < SaidLately.MAX; i++) {
      lately.add(9, new RetryKey("eve", "" + i, true), shown.get(0));
    }
  }

  @Test
  void aRetryIsAnsweredWithWhatWasSaidFirst() {
    Future<PlaceAnswer> said = says("one", "id");
    log.commit();
    assertThat(said.result()).isEqualTo(PlaceAnswer.settled(List.of()));
    Future<PlaceAnswer> again = says("one", "id");
    assertThat(first(again)).contains(2L);
    assertThat(texts()).containsExactly("one");
    assertThat(log.openCommits()).isZero();
  }

  /** To the node that had asked it had seemed to be gone. */
  @Test
  void whatTheSameOwnerIsAskedAgainIsDoneAndWasShown() {
    Origin origin = new Origin("c", ++commands).knownBy(new RetryKey("alice", "x", true));
    RoomCommand say = new RoomCommand.Say(ALICE, SayKind.PRIVMSG, "hi");
    actor.submit(say, origin);
    log.commit();
    assertThat(actor.submitAgain(say, origin).result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(shown).hasSize(1);
  }

  @Test
  void whatIsForgottenIsFoundInTheStore() {
    says("one", "id");
    log.commit();
    forgetLately();
    assertThat(lately.find(7, new RetryKey("alice", "id", true))).isEmpty();
    assertThat(first(says("one", "id"))).contains(2L);
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void aRetryOfWhatIsOnItsWayIsAnsweredWithIt() {
    Future<PlaceAnswer> said = says("one", "id");
    Future<PlaceAnswer> again = says("one", "id");
    assertThat(again.isComplete()).isFalse();
    log.commit();
    assertThat(said.result().first()).isEmpty();
    assertThat(first(again)).contains(2L);
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void twoThatCameBeforeTheStoreCouldSayAreOne() {
    log.holdLoads();
    says("one", "id");
    Future<PlaceAnswer> again = says("one", "id");
    log.answerLoads();
    log.commit();
    assertThat(first(again)).contains(2L);
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void whatComesWhileTheStoreIsAskedWaitsInItsOrder() {
    log.holdLoads();
    says("one", "id");
    says("two");
    Future<PlaceAnswer> enters =
        does(new RoomCommand.Enter(BOB, "R", Optional.empty(), true, false));
    assertThat(log.openCommits()).isZero();
    assertThat(actor.isIdle()).isFalse();
    log.answerLoads();
    log.commitAll();
    assertThat(enters.result().refusals()).isEmpty();
    assertThat(shown.stream().map(event -> event.stamp().seq())).containsExactly(2L, 3L, 4L);
    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void whatHasNoIdNeverAsksTheStore() {
    log.holdLoads();
    says("one");
    log.commit();
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void twoPeoplesIdsDoNotMeetNorDoThoseOfAGuestAndAnAccount() {
    says("one", new RetryKey("alice", "id", true));
    says("two", new RetryKey("bob", "id", true));
    says("three", new RetryKey("alice", "id", false));
    log.commitAll();
    assertThat(texts()).containsExactly("one", "two", "three");
  }

  @Test
  void aGuestIsKnownAsLongAsThePlaceRemembers() {
    RetryKey guest = new RetryKey("c", "id", false);
    says("one", guest);
    log.commit();
    assertThat(first(says("one", guest))).contains(2L);
    forgetLately();
    says("one", guest);
    log.commit();
    assertThat(texts()).containsExactly("one", "one");
  }

  @Test
  void whatFailedIsSaidWhenItComesAgain() {
    Future<PlaceAnswer> lost = says("one", "id");
    Future<PlaceAnswer> meanwhile = says("one", "id");
    log.fail();
    assertThat(lost.failed()).isTrue();
    assertThat(meanwhile.failed()).isTrue();
    Future<PlaceAnswer> again = says("one", "id");
    log.commit();
    assertThat(again.result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void whatWasRefusedIsDecidedAnew() {
    Future<PlaceAnswer> refused = says("", "id");
    assertThat(refused.result().refusals()).containsExactly(Refusal.of(Reason.NO_TEXT, "#lobby"));
    says("one", "id");
    log.commit();
    assertThat(texts()).containsExactly("one");
  }

  @Test
  void aStoreThatIsAwayRefusesARetryAndNothingElse() {
    log.goAway();
    assertThat(says("one", "id").failed()).isTrue();
    says("two");
    log.commit();
    assertThat(texts()).containsExactly("two");
  }

  /** Somebody else owned the room meanwhile, and has stored it. */
  @Test
  void whatTheStoreRefusesBecauseItHasItIsARetry() {
    Future<PlaceAnswer> mine = says("one", "id");
    log.keepElsewhere(
        new Event.Said(
            new Stamp(7, 9, NOW, Origin.SERVER.knownBy(new RetryKey("alice", "id", true))),
            LOBBY,
            ALICE,
            SayKind.PRIVMSG,
            "one"));
    log.fail();
    assertThat(first(mine)).contains(9L);
  }

  @Test
  void whatWasTakenBackIsNotShownAgain() {
    says("one", "id");
    log.commit();
    does(new RoomCommand.TakeBack(ALICE, 2, "", Optional.empty(), true, false));
    log.commit();
    log.erase(2);
    assertThat(says("one", "id").result().refusals())
        .containsExactly(Refusal.of(Reason.SAID_AND_GONE));
  }

  @Test
  void whatWaitsForTheStoreWhenTheRoomGetsAnotherNameGoesWithIt() {
    log.holdLoads();
    says("before", "id1");
    does(new RoomCommand.RenameRoom(ALICE, new RoomName("#hall"), "", false));
    says("behind", "id2");
    says("last");
    log.answerLoads();
    log.commitAll();
    assertThat(actor.late().stream().map(turn -> ((RoomCommand.Say) turn.command()).text()))
        .containsExactly("behind", "last");
    assertThat(texts()).containsExactly("before");
  }
}
