package conclave.room;

import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static conclave.room.TestRoom.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.Nick;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Invite;
import conclave.room.RoomCommand.Rename;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnteringTest {
  @Test
  void whoEntersANewRoomWithAnAccountFoundsIt() {
    TestRoom room = TestRoom.fresh();
    room.enters(user("alice"));
    assertThat(room.roles("alice")).containsExactly(Role.FOUNDER);
    assertThat(room.room.kept().hasFounder()).isTrue();
  }

  @Test
  void aGuestInANewRoomIsItsOperatorForNow() {
    TestRoom room = TestRoom.fresh();
    room.enters(guest("gus"));
    assertThat(room.roles("gus")).containsExactly(Role.OPERATOR);
    assertThat(room.room.kept().hasFounder()).isFalse();
  }

  @Test
  void whoMayNotFoundDoesNotEnterANewRoom() {
    TestRoom room = TestRoom.fresh();
    Decision decision = room.does(new Enter(user("alice"), "A", Optional.empty(), false, false));
    assertThat(reasons(decision)).containsExactly(Reason.MAY_NOT_FOUND);
    assertThat(room.has("alice")).isFalse();
  }

  @Test
  void whoComesLaterHasNoRole() {
    TestRoom room = TestRoom.ofAlice("bob");
    assertThat(room.roles("bob")).isEmpty();
  }

  @Test
  void aRoomByConfigurationBelongsToNobodyAndItsTopicToEverybody() {
    TestRoom room = TestRoom.byConfiguration();
    room.enters(user("alice"));
    assertThat(room.roles("alice")).isEmpty();
    assertThat(room.modes()).isEqualTo("+n");
    assertThat(reasons(room.does(new RoomCommand.SetTopic(user("alice"), "tea", false)))).isEmpty();
  }

  @Test
  void whoFindsARoomWithoutAFounderEmptyLeadsIt() {
    TestRoom room = TestRoom.fresh();
    room.enters(guest("gus"));
    room.leaves("gus");
    room.enters(user("bob"));
    assertThat(room.roles("bob")).containsExactly(Role.OPERATOR);
  }

  @Test
  void anEmptyRoomWithAFounderIsLedByNobodyElse() {
    TestRoom room = TestRoom.ofAlice();
    room.leaves("alice");
    room.enters(user("bob"));
    assertThat(room.roles("bob")).isEmpty();
  }

  @Test
  void grantsComeBackAfterLeavingAndAfterARestart() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+ov bob bob");
    room.leaves("bob");
    room.leaves("alice");
    TestRoom later = room.reloaded();
    later.enters(user("bob"));
    later.enters(user("alice"));
    assertThat(later.roles("bob")).containsExactly(Role.OPERATOR, Role.VOICE);
    assertThat(later.roles("alice")).containsExactly(Role.FOUNDER);
  }

  @Test
  void aGrantThatWasTakenDoesNotComeBack() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+o bob");
    room.mode("alice", "-o bob");
    room.leaves("bob");
    room.enters(user("bob"));
    assertThat(room.roles("bob")).isEmpty();
  }

  @Test
  void aGuestsRoleIsGoneWithTheGuest() {
    TestRoom room = TestRoom.ofAlice();
    room.enters(guest("gus"));
    room.mode("alice", "+o gus");
    room.leaves("gus");
    room.enters(guest("gus"));
    assertThat(room.roles("gus")).isEmpty();
  }

  @Test
  void rolesBelongToTheAccountWhateverItsNick() {
    TestRoom room = TestRoom.ofAlice();
    room.does(new Rename(user("alice"), new Nick("Ally")));
    assertThat(room.roles("ally")).containsExactly(Role.FOUNDER);
    assertThat(room.has("alice")).isFalse();
  }

  @Test
  void enteringTwiceIsNoNews() {
    TestRoom room = TestRoom.ofAlice();
    assertThat(room.enters(user("alice")))
        .isEqualTo(Decision.refused(Reason.TARGET_ALREADY_IN_ROOM, "alice", "#lobby"));
  }

  @Test
  void aKeyOpensTheRoomForThoseWhoHaveIt() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+k sesame");
    assertThat(reasons(room.enters(user("bob")))).containsExactly(Reason.WRONG_KEY);
    assertThat(reasons(room.enters(user("bob"), "Sesame"))).containsExactly(Reason.WRONG_KEY);
    assertThat(reasons(room.enters(user("bob"), "sesame"))).isEmpty();
  }

  @Test
  void aRoomTakesAsManyAsItsLimitSays() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+l 2");
    room.enters(user("bob"));
    assertThat(reasons(room.enters(user("carl")))).containsExactly(Reason.ROOM_IS_FULL);
    room.mode("alice", "-l");
    assertThat(reasons(room.enters(user("carl")))).isEmpty();
  }

  @Test
  void theServersLimitHoldsEvenForTheInvited() {
    TestRoom room = TestRoom.ofAlice("b", "c", "d", "e");
    room.does(new Invite(user("alice"), new Nick("f"), false));
    assertThat(reasons(room.enters(user("f")))).containsExactly(Reason.ROOM_IS_FULL);
  }

  @Test
  void theBannedStayOutUnlessExceptedOrInvited() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+b *!*@user/*");
    assertThat(reasons(room.enters(user("bob")))).containsExactly(Reason.BANNED);
    room.mode("alice", "+e bob");
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
    room.mode("alice", "+I carl");
    assertThat(reasons(room.enters(user("carl")))).isEmpty();
    room.does(new Invite(user("alice"), new Nick("dora"), false));
    assertThat(reasons(room.enters(user("dora")))).isEmpty();
  }

  @Test
  void aBanIsLiftedByTheMaskThatSetIt() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+b Bob");
    room.mode("alice", "-b bob!*@*");
    assertThat(room.room.kept().lists()).isEmpty();
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
  }

  @Test
  void anInvitationHoldsForOneEntry() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+i");
    assertThat(reasons(room.enters(user("bob")))).containsExactly(Reason.INVITE_ONLY);
    room.does(new Invite(user("alice"), new Nick("BOB"), false));
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
    room.leaves("bob");
    assertThat(reasons(room.enters(user("bob")))).containsExactly(Reason.INVITE_ONLY);
  }

  @Test
  void anOperatorCannotBeLockedOut() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+o bob");
    room.leaves("bob");
    room.mode("alice", "+bik bob!*@* key");
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
  }

  @Test
  void anAdministratorEntersEveryRoom() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+bik root!*@* key");
    Decision decision = room.does(new Enter(user("root"), "R", Optional.empty(), false, true));
    assertThat(reasons(decision)).isEmpty();
    assertThat(room.roles("root")).isEmpty();
  }
}
