package conclave.room;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.name.Nick;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomCommand.Tell;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoomTest {
  @Test
  void toDecideChangesNothing() {
    Room room = TestRoom.ofAlice().room;
    RoomView before = room.view();
    Decision one = room.decide(new Say(user("alice"), SayKind.NOTICE, "x"), Origin.SERVER, NOW + 9);
    Decision two = room.decide(new Say(user("alice"), SayKind.NOTICE, "x"), Origin.SERVER, NOW + 9);
    assertThat(one).isEqualTo(two);
    assertThat(room.view()).isEqualTo(before);
  }

  @Test
  void sequencesRiseByOneAndCarryTheOrigin() {
    TestRoom room = TestRoom.ofAlice();
    Stamp next = room.says(user("alice")).events().get(0).stamp();
    assertThat(next).isEqualTo(new Stamp(7, 2, NOW + 2, new Origin("c1", 2)));
    assertThat(room.room.seq()).isEqualTo(2);
  }

  @Test
  void timeNeverGoesBackThoughTheClockDoes() {
    Room room = TestRoom.ofAlice().room;
    Decision decision = room.decide(new Say(user("alice"), SayKind.PRIVMSG, "x"), Origin.SERVER, 5);
    assertThat(decision.events().get(0).stamp().time()).isEqualTo(NOW + 1);
  }

  @Test
  void aRoomGoesOnFromTheSequenceThatIsStored() {
    TestRoom later = TestRoom.ofAlice("bob").reloaded();
    later.enters(user("carl"));
    assertThat(later.room.seq()).isEqualTo(3);
    assertThat(later.room.view().members()).hasSize(1);
  }

  @Test
  void aCopyGoesItsOwnWay() {
    TestRoom room = TestRoom.ofAlice("bob");
    RoomView before = room.room.view();
    TestRoom copy = new TestRoom(room.room.copy());
    assertThat(copy.room.view()).isEqualTo(before);
    copy.mode("alice", "+mb x");
    copy.leaves("bob");
    copy.does(new RoomCommand.Invite(user("alice"), new Nick("zoe"), false));
    assertThat(room.room.view()).isEqualTo(before);
    room.leaves("alice");
    assertThat(copy.has("alice")).isTrue();
    assertThat(room.room.isInvited(user("zoe"))).isFalse();
  }

  @Test
  void whoIsSomebodyElseNowKeepsThePlaceAndTheRoles() {
    TestRoom room = TestRoom.ofAlice();
    room.enters(guest("gus"));
    room.mode("alice", "+v gus");
    room.does(new RoomCommand.Identify(guest("gus"), user("bob")));
    assertThat(room.has("gus")).isFalse();
    assertThat(room.room.member(new Nick("bob")).map(Member::source)).contains(user("bob"));
    assertThat(room.roles("bob")).containsExactly(Role.VOICE);
    Decision taken = room.does(new RoomCommand.Identify(user("bob"), user("alice")));
    assertThat(TestRoom.reasons(taken)).containsExactly(Reason.NICK_IN_USE);
    Decision absent = room.does(new RoomCommand.Identify(guest("gus"), user("carl")));
    assertThat(absent).isEqualTo(Decision.NOTHING);
  }

  @Test
  void aCopyKeepsTheInvitedAndTheTime() {
    TestRoom room = TestRoom.ofAlice();
    room.does(new RoomCommand.Invite(user("alice"), new Nick("zoe"), false));
    Room copy = room.room.copy();
    assertThat(copy.isInvited(user("zoe"))).isTrue();
    Decision decision = copy.decide(new Say(user("alice"), SayKind.NOTICE, "x"), Origin.SERVER, 0);
    assertThat(decision.events().get(0).stamp().time()).isEqualTo(NOW + 2);
  }

  @Test
  void everyEventCanBeAppliedToEveryRoom() {
    List<Event> events =
        List.of(
            new Event.Parted(stamp(1), LOBBY, guest("zoe"), Optional.empty()),
            new Event.Departed(stamp(2), LOBBY, guest("zoe"), "gone"),
            new Event.Kicked(stamp(3), LOBBY, guest("zoe"), new Nick("yan"), "out"),
            new Event.Renamed(stamp(4), LOBBY, guest("zoe"), new Nick("yan")),
            new Event.Said(stamp(5), LOBBY, guest("zoe"), SayKind.PRIVMSG, "x"),
            new Event.TopicChanged(stamp(6), LOBBY, guest("zoe"), ""),
            new Event.Invited(stamp(7), LOBBY, guest("zoe"), new Nick("yan")),
            new Event.Joined(stamp(8), LOBBY, guest("zoe"), "Z", Set.of()),
            new Event.Told(stamp(9), guest("zoe"), new Nick("yan"), SayKind.PRIVMSG, "x"),
            new Event.ModesChanged(stamp(10), LOBBY, guest("zoe"), oneOfEachMode()));
    Room room = TestRoom.fresh().room;
    assertThatCode(() -> events.forEach(room::apply)).doesNotThrowAnyException();
    assertThat(room.seq()).isEqualTo(10);
    assertThat(room.view().members()).hasSize(1);
  }

  @Test
  void whoWasAskedInIsKnownUntilTheyCome() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+I bob");
    assertThat(room.room.isAsked(new Nick("bob"))).isFalse();
    room.does(new RoomCommand.Invite(user("alice"), new Nick("bob"), false));
    assertThat(room.room.isAsked(new Nick("BOB"))).isTrue();
    room.enters(user("bob"));
    assertThat(room.room.isAsked(new Nick("bob"))).isFalse();
  }

  private static List<ModeChange> oneOfEachMode() {
    return List.of(Mode.values()).stream()
        .map(mode -> new ModeChange(false, mode, Optional.of("nobody")))
        .toList();
  }

  @Test
  void whoIsInIsSeenInTheOrderOfTheirComing() {
    TestRoom room = TestRoom.ofAlice("zoe", "bob");
    assertThat(room.room.view().members())
        .extracting(member -> member.source().nick().text())
        .containsExactly("alice", "zoe", "bob");
  }

  @Test
  void theMessageIdTellsTheLogAndTheSequence() {
    assertThat(new Stamp(35, 36, 0, Origin.SERVER).msgid()).isEqualTo("z-10");
  }

  @Test
  void prefixesAreShownHighestFirst() {
    Member member = Mothers.member(user("a"), Role.VOICE, Role.FOUNDER, Role.OPERATOR);
    assertThat(member.prefixes(true)).isEqualTo("~@+");
    assertThat(member.prefixes(false)).isEqualTo("~");
    assertThat(Mothers.member(user("a")).prefixes(true)).isEmpty();
  }

  @Test
  void aConversationHasOneKeyWhicheverOfTheTwoSpeaks() {
    assertThat(Conversation.key("Bob", "alice")).isEqualTo("alice bob");
    assertThat(Conversation.key("alice", "bob")).isEqualTo("alice bob");
    assertThat(Conversation.key("alice", "alice")).isEqualTo("alice alice");
  }

  @Test
  void aConversationOrdersWhatIsTold() {
    Conversation talk = new Conversation("alice bob", 9, 41, 0);
    Tell tell = new Tell(user("alice"), new Nick("bob"), SayKind.PRIVMSG, "psst");
    Event first = talk.decide(tell, Origin.SERVER, NOW).events().get(0);
    assertThat(talk.seq()).isEqualTo(41);
    talk.apply(first);
    Conversation copy = talk.copy();
    Event second = copy.decide(tell, Origin.SERVER, NOW - 5).events().get(0);
    copy.apply(second);
    assertThat(second.stamp()).isEqualTo(new Stamp(9, 43, NOW, Origin.SERVER));
    assertThat(talk.seq()).isEqualTo(42);
    assertThat(talk.state()).isEmpty();
    assertThat(talk.isIdle()).isTrue();
    Enter enter = new Enter(user("alice"), "A", Optional.empty(), true, false);
    assertThatThrownBy(() -> talk.decide(enter, Origin.SERVER, NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
