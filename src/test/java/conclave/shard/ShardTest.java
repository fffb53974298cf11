package conclave.shard;

import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Conversation;
import conclave.room.Event;
import conclave.room.ModeChange;
import conclave.room.ModeLine;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RoomCommand;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Leave;
import conclave.room.RoomCommand.SetTopic;
import conclave.room.RoomCommand.Tell;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShardTest {
  private static final Source ALICE = user("alice");

  private final LogByHand log = new LogByHand();
  private final List<Event> shown = new ArrayList<>();
  private final Shard shard =
      new Shard(
          log.setting((millis, work) -> work.run()),
          shown::addAll,
          (name, request) -> askAgain(request));

  /** All names are this shard's. */
  private Future<PlaceAnswer> askAgain(PlaceRequest request) {
    return shard.answer(request);
  }

  private Future<PlaceAnswer> ask(String place, RoomCommand command) {
    return shard.answer(new PlaceRequest.Do(place, command, Origin.SERVER));
  }

  private Future<PlaceAnswer> enters(String place) {
    return ask(place, new Enter(ALICE, "A", Optional.empty(), true, false));
  }

  private Optional<RoomView> look(String place) {
    return shard.answer(new PlaceRequest.Look(place)).result().view();
  }

  private List<RoomSummary> list() {
    return shard.answer(new PlaceRequest.ListAll()).result().rooms();
  }

  @Test
  void aLookShowsOnlyWhatIsStored() {
    enters("#tea");
    assertThat(look("#tea")).isEmpty();
    assertThat(list()).isEmpty();
    log.commit();
    ask("#tea", new SetTopic(ALICE, "cake", false));
    assertThat(look("#TEA").orElseThrow().members()).hasSize(1);
    assertThat(look("#tea").orElseThrow().topic()).isEmpty();
    log.commit();
    assertThat(look("#tea").orElseThrow().topic()).isPresent();
    assertThat(list()).hasSize(1);
  }

  @Test
  void aRoomIsOneWhateverCaseItIsWrittenIn() {
    enters("#Tea");
    log.commit();
    assertThat(enters("#TEA").result()).isEqualTo(PlaceAnswer.settled(List.of()));
    assertThat(look("#tea").orElseThrow().name().text()).isEqualTo("#Tea");
  }

  @Test
  void aRoomIsLoadedOnceHoweverManyAskForIt() {
    log.holdLoads();
    Future<PlaceAnswer> first = enters("#tea");
    Future<PlaceAnswer> second = ask("#tea", new SetTopic(ALICE, "cake", false));
    assertThat(log.heldLoads()).isEqualTo(1);
    log.answerLoads();
    log.commitAll();
    assertThat(first.succeeded()).isTrue();
    assertThat(second.result().refusals()).isEmpty();
    assertThat(shown).hasSize(2);
  }

  @Test
  void aRoomByConfigurationHasNoFounder() {
    enters("#lobby");
    log.commit();
    assertThat(look("#lobby").orElseThrow().members().get(0).roles()).isEmpty();
  }

  @Test
  void aSecretRoomIsNotListed() {
    enters("#tea");
    log.commit();
    ask("#tea", new RoomCommand.ChangeModes(ALICE, secret(), false));
    log.commit();
    assertThat(list()).isEmpty();
    assertThat(look("#tea")).isPresent();
  }

  private static List<ModeChange> secret() {
    return ModeLine.parse("+s", List.of()).changes();
  }

  @Test
  void whoWasAskedInIsToldByTheRoom() {
    enters("#tea");
    log.commit();
    ask("#tea", new RoomCommand.Invite(ALICE, user("bob").nick(), false));
    assertThat(invitations("bob")).isEmpty();
    log.commit();
    assertThat(invitations("BOB")).extracting(room -> room.name().text()).containsExactly("#tea");
    assertThat(invitations("carl")).isEmpty();
  }

  private List<RoomSummary> invitations(String nick) {
    Nick asked = user(nick).nick();
    return shard.answer(new PlaceRequest.ListInvitations(asked)).result().rooms();
  }

  @Test
  void aRoomThatWasForgottenComesBackAsItWasStored() {
    enters("#tea");
    log.commit();
    ask("#tea", new Leave(ALICE, Optional.empty()));
    log.commit();
    long id = log.appends.get(0).id();
    for (int i = 0; i < 200; i++) {
      look("#other" + i);
    }
    enters("#tea");
    log.commit();
    assertThat(log.appends).allMatch(append -> append.id() == id);
    assertThat(shown).extracting(event -> event.stamp().seq()).containsExactly(1L, 2L, 3L);
    assertThat(look("#tea").orElseThrow().members()).hasSize(1);
  }

  @Test
  void whileTheStoreIsAwayARoomThatIsNotLoadedAnswersNotNow() {
    log.goAway();
    assertThat(enters("#tea").failed()).isTrue();
    assertThat(shard.answer(new PlaceRequest.Look("#tea")).failed()).isTrue();
  }

  @Test
  void aConversationIsAPlaceOfItsOwn() {
    String key = Conversation.key("alice", "bob");
    Tell tell = new Tell(ALICE, user("bob").nick(), SayKind.PRIVMSG, "psst");
    Future<PlaceAnswer> answer = ask(key, tell);
    log.commit();
    assertThat(answer.succeeded()).isTrue();
    assertThat(log.appends.get(0).key()).isEqualTo("alice bob");
    assertThat(look(key)).isEmpty();
    assertThat(list()).isEmpty();
  }

  @Test
  void whatARoomRefusesIsAnsweredAtOnce() {
    assertThat(ask("#tea", new Leave(ALICE, Optional.empty())).result().refusals())
        .containsExactly(Refusal.of(Reason.NO_SUCH_ROOM, "#tea"));
    assertThat(look("#tea")).isEmpty();
  }

  @Test
  void roomsOfSimilarNamesAreSpreadOverTheShards() {
    Set<Integer> shards = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      shards.add(Addresses.shardOf("#room" + i));
    }
    assertThat(shards).hasSizeGreaterThan(230);
  }
}
