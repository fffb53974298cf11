package conclave.shard;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.name.CaseFold;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Member;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.RoomCommand;
import conclave.room.RoomCommand.Depart;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.RenameRoom;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomLimits;
import conclave.room.RoomView;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A room goes from one shard to another, or stays, and nothing is lost between the two. */
class MovesTest {
  private static final Source ALICE = user("alice");
  private static final Source BOB = user("bob");

  private final LogByHand log = new LogByHand();
  private final List<Event> shown = new ArrayList<>();

  /** Every name has a shard of its own. */
  private final Map<String, Shard> shards = new HashMap<>();

  private long now = NOW;
  private long commands;

  private Future<PlaceAnswer> ask(String name, PlaceRequest request) {
    return shards
        .computeIfAbsent(
            CaseFold.fold(name),
            key ->
                new Shard(
                    new Shard.Setting(
                        log,
                        () -> new RoomLimits(10, 10),
                        "#lobby"::equals,
                        () -> now,
                        Runnable::run,
                        () -> {}),
                    shown::addAll,
                    this::ask))
        .answer(request);
  }

  private Future<PlaceAnswer> does(String room, RoomCommand command) {
    return ask(room, new PlaceRequest.Do(room, command, new Origin("c", ++commands)));
  }

  private Future<PlaceAnswer> enters(String room, Source who) {
    return does(room, new Enter(who, "R", Optional.empty(), true, false));
  }

  private Future<PlaceAnswer> says(String room, Source who, String text) {
    return does(room, new Say(who, SayKind.PRIVMSG, text));
  }

  private Future<PlaceAnswer> renames(String from, String to) {
    return does(from, new RenameRoom(ALICE, new RoomName(to), "", false));
  }

  private Optional<RoomView> look(String room) {
    return ask(room, new PlaceRequest.Look(room)).result().view();
  }

  private List<String> members(String room) {
    return look(room).stream()
        .flatMap(view -> view.members().stream())
        .map(Member::source)
        .map(source -> source.nick().text())
        .toList();
  }

  private static List<Reason> reasons(Future<PlaceAnswer> answer) {
    return answer.result().refusals().stream().map(Refusal::reason).toList();
  }

  private void roomOfAliceAndBob(String room) {
    enters(room, ALICE);
    enters(room, BOB);
    log.commitAll();
  }

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

  private Future<PlaceAnswer> saysAs(String id, String room, String text) {
    Origin origin = new Origin("c", ++commands).knownBy(new RetryKey("bob", id, true));
    return ask(room, new PlaceRequest.Do(room, new Say(BOB, SayKind.PRIVMSG, text), origin));
  }

  private List<String> said() {
    return shown.stream()
        .filter(Event.Said.class::isInstance)
        .map(event -> ((Event.Said) event).text())
        .toList();
  }

  @Test
  void whatIsSaidAgainUnderTheOldNameIsAnsweredWithWhatWasSaid() {
    roomOfAliceAndBob("#tea");
    saysAs("id", "#tea", "hi");
    log.commit();
    renames("#tea", "#cake");
    log.commit();
    now += Traces.LASTING + 1;
    Future<PlaceAnswer> again = saysAs("id", "#tea", "hi");
    assertThat(again.result().first()).isPresent();
    assertThat(said()).containsExactly("hi");
  }

  @Test
  void alsoWhereAnotherRoomHasTheOldNameNow() {
    roomOfAliceAndBob("#tea");
    saysAs("id", "#tea", "hi");
    log.commit();
    renames("#tea", "#cake");
    log.commit();
    roomOfAliceAndBob("#tea");
    Future<PlaceAnswer> again = saysAs("id", "#tea", "hi");
    Future<PlaceAnswer> other = saysAs("other", "#tea", "new here");
    log.commitAll();
    assertThat(again.result().first()).isPresent();
    assertThat(other.result().first()).isEmpty();
    assertThat(said()).containsExactly("hi", "new here");
  }

  @Test
  void whatWasNeverStoredIsSaidInTheRoomUnderItsNewNameInItsOrder() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    log.commit();
    renames("#cake", "#scones");
    log.commit();
    now += Traces.LASTING + 1;
    Future<PlaceAnswer> one = saysAs("1", "#tea", "one");
    Future<PlaceAnswer> two = saysAs("2", "#tea", "two");
    log.commitAll();
    assertThat(reasons(one)).isEmpty();
    assertThat(reasons(two)).isEmpty();
    assertThat(said()).containsExactly("one", "two");
    assertThat(((Event.InRoom) shown.get(shown.size() - 1)).room().text()).isEqualTo("#scones");
    assertThat(saysAs("1", "#tea", "one").result().first()).isPresent();
    assertThat(saysAs("1", "#scones", "one").result().first()).isPresent();
  }

  @Test
  void afterADayOrWithoutAnIdTheOldNameIsNobodys() {
    roomOfAliceAndBob("#tea");
    renames("#tea", "#cake");
    log.commit();
    assertThat(reasons(says("#tea", BOB, "hi"))).isNotEmpty();
    now += Traces.KNOWN + 1;
    assertThat(reasons(saysAs("id", "#tea", "hi"))).isNotEmpty();
  }
}
