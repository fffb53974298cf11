package conclave.room;

import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event.RoomRenamed;
import conclave.room.RoomCommand.RenameRoom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may give a room which name (IRCv3 channel-rename). */
class RenamingTest {
  private static final RoomName HALL = new RoomName("#hall");

  private static Decision renames(
      TestRoom room, Source who, RoomName to, boolean isServerOperator) {
    return room.does(new RenameRoom(who, to, "typo", isServerOperator));
  }

  private static List<Reason> refusals(TestRoom room, Source who, boolean isServerOperator) {
    Decision decision = renames(room, who, HALL, isServerOperator);
    assertThat(decision.events()).isEmpty();
    return TestRoom.reasons(decision);
  }

  @Test
  void anOperatorGivesARoomAnotherNameAndItStaysWhatItWas() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+i");
    long seq = room.room.seq();
    Event event = renames(room, user("alice"), HALL, false).events().get(0);
    assertThat(((RoomRenamed) event).isSameKey()).isFalse();
    assertThat(event.stamp().seq()).isEqualTo(seq + 1);
    assertThat(room.room.key()).isEqualTo("#hall");
    assertThat(room.room.view().name()).isEqualTo(HALL);
    assertThat(room.has("bob")).isTrue();
    assertThat(room.modes()).contains("i");
  }

  @Test
  void whoMayNotIsRefused() {
    TestRoom room = TestRoom.ofAlice("bob");
    assertThat(refusals(room, user("bob"), false)).containsExactly(Reason.NEEDS_OPERATOR);
    assertThat(refusals(room, user("eve"), false)).containsExactly(Reason.NOT_IN_ROOM);
    room.mode("alice", "+h bob");
    assertThat(refusals(room, user("bob"), false)).containsExactly(Reason.NEEDS_OPERATOR);
    room.mode("alice", "+s");
    assertThat(refusals(room, user("eve"), false)).containsExactly(Reason.NO_SUCH_ROOM);
    assertThat(renames(room, user("eve"), HALL, true).events()).hasSize(1);
  }

  @Test
  void aRoomThatNobodyIsInKeepsItsName() {
    assertThat(refusals(TestRoom.fresh(), user("alice"), true))
        .containsExactly(Reason.NO_SUCH_ROOM);
    TestRoom left = TestRoom.ofAlice();
    left.leaves("alice");
    assertThat(refusals(left, user("alice"), true)).containsExactly(Reason.NO_SUCH_ROOM);
  }

  @Test
  void aRoomByConfigurationChangesItsCaseAlone() {
    TestRoom room = TestRoom.byConfiguration();
    room.enters(user("alice"));
    assertThat(refusals(room, user("alice"), true)).containsExactly(Reason.CANNOT_RENAME_ROOM);
    RoomName upper = new RoomName(Mothers.LOBBY.text().toUpperCase(java.util.Locale.ROOT));
    Event event = renames(room, user("alice"), upper, true).events().get(0);
    assertThat(((RoomRenamed) event).isSameKey()).isTrue();
    assertThat(room.room.view().name()).isEqualTo(upper);
    assertThat(renames(room, user("alice"), upper, true)).isEqualTo(Decision.NOTHING);
  }

  @Test
  void whatIsHandedOverIsTheRoomWithItsMembersAndThoseAskedIn() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+v bob");
    room.does(new RoomCommand.Invite(user("alice"), user("carl").nick(), false));
    Room next = new Room(room.room.whole(), () -> false, room.room::limits);
    assertThat(next.view()).isEqualTo(room.room.view());
    assertThat(next.isAsked(user("carl").nick())).isTrue();
    assertThat(next.id()).isEqualTo(room.room.id());
    assertThat(next.whole()).isEqualTo(room.room.whole());
  }
}
