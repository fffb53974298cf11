package conclave.room;

import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static conclave.room.TestRoom.reasons;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.name.Nick;
import conclave.room.RoomCommand.Depart;
import conclave.room.RoomCommand.Invite;
import conclave.room.RoomCommand.Kick;
import conclave.room.RoomCommand.Rename;
import conclave.room.RoomCommand.SetTopic;
import conclave.room.RoomCommand.Tell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTest {
  @Test
  void aMemberSpeaksAndAStrangerDoesNot() {
    TestRoom room = TestRoom.ofAlice("bob");
    assertThat(reasons(room.says(user("bob")))).isEmpty();
    assertThat(reasons(room.says(user("carl")))).containsExactly(Reason.CANNOT_SAY);
  }

  @Test
  void aStrangerSpeaksIntoARoomThatTakesItFromOutside() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "-n");
    assertThat(reasons(room.says(guest("gus")))).isEmpty();
    room.mode("alice", "+b gus");
    assertThat(reasons(room.says(guest("gus")))).containsExactly(Reason.CANNOT_SAY);
  }

  @Test
  void inAModeratedRoomOneNeedsAVoice() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+m");
    assertThat(reasons(room.says(user("bob")))).containsExactly(Reason.CANNOT_SAY);
    assertThat(reasons(room.says(user("alice")))).isEmpty();
    room.mode("alice", "+v bob");
    assertThat(reasons(room.says(user("bob")))).isEmpty();
  }

  @Test
  void aMemberWhoIsBannedIsMuteUnlessVoiced() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+b bob");
    assertThat(reasons(room.says(user("bob")))).containsExactly(Reason.CANNOT_SAY);
    room.mode("alice", "+v bob");
    assertThat(reasons(room.says(user("bob")))).isEmpty();
  }

  @Test
  void whereNobodyHasEverBeenThereIsNoRoomToSpeakTo() {
    TestRoom room = TestRoom.fresh();
    assertThat(reasons(room.says(user("bob")))).containsExactly(Reason.NO_SUCH_ROOM);
    assertThat(reasons(room.mode("bob", "+m"))).containsExactly(Reason.NO_SUCH_ROOM);
    assertThat(reasons(room.does(new Invite(user("bob"), new Nick("carl"), false))))
        .containsExactly(Reason.NO_SUCH_ROOM);
  }

  @Test
  void aLockedTopicIsForHalfOperatorsAndAbove() {
    TestRoom room = TestRoom.ofAlice("bob");
    assertThat(reasons(room.does(new SetTopic(user("bob"), "x", false))))
        .containsExactly(Reason.NEEDS_OPERATOR);
    room.mode("alice", "+h bob");
    room.does(new SetTopic(user("bob"), "tea", false));
    assertThat(room.room.kept().topic()).map(Topic::text).contains("tea");
    assertThat(room.room.kept().topic()).map(Topic::by).contains("bob!bob@user/bob");
    assertThat(room.does(new SetTopic(user("alice"), "tea", false))).isEqualTo(Decision.NOTHING);
    assertThat(reasons(room.does(new SetTopic(user("carl"), "x", false))))
        .containsExactly(Reason.NOT_IN_ROOM);
    assertThat(reasons(room.does(new SetTopic(user("root"), "", true)))).isEmpty();
    assertThat(room.room.kept().topic()).isEmpty();
  }

  @Test
  void anUnlockedTopicIsForEverybodyInTheRoom() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "-t");
    assertThat(reasons(room.does(new SetTopic(user("bob"), "x", false)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "q, q, true", "q, a, true", "a, q, false", "a, a, true", "a, o, true", "o, a, false",
    "o, o, true", "o, h, true", "h, o, false", "h, h, true", "h, v, true", "h, '', true",
    "v, '', false", "'', '', false"
  })
  void nobodyPutsOutAHigherRank(String rank, String target, boolean may) {
    TestRoom room = TestRoom.ofAlice("bob", "carl");
    if (!rank.isEmpty()) {
      room.mode("alice", "+" + rank + " bob");
    }
    if (!target.isEmpty()) {
      room.mode("alice", "+" + target + " carl");
    }
    Decision decision = room.kicks("bob", "carl");
    assertThat(reasons(decision)).hasSize(may ? 0 : 1).allMatch(r -> r == Reason.NEEDS_OPERATOR);
    assertThat(room.has("carl")).isEqualTo(!may);
  }

  @Test
  void kickingNeedsTwoWhoAreThere() {
    TestRoom room = TestRoom.ofAlice();
    Decision decision = room.kicks("alice", "bob");
    assertThat(decision.refusals())
        .containsExactly(Refusal.of(Reason.TARGET_NOT_IN_ROOM, "bob", "#lobby"));
    assertThat(reasons(room.kicks("bob", "alice"))).containsExactly(Reason.NOT_IN_ROOM);
  }

  @Test
  void anAdministratorPutsOutAnybodyFromOutside() {
    TestRoom room = TestRoom.ofAlice();
    assertThat(reasons(room.does(new Kick(user("root"), new Nick("ALICE"), "x", true)))).isEmpty();
    assertThat(room.has("alice")).isFalse();
  }

  @Test
  void whoWasPutOutMayComeBackWithTheSameRoles() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+v bob");
    room.kicks("alice", "bob");
    room.enters(user("bob"));
    assertThat(room.roles("bob")).containsExactly(Role.VOICE);
  }

  @Test
  void intoAClosedRoomOnlyHalfOperatorsInvite() {
    TestRoom room = TestRoom.ofAlice("bob");
    Invite invite = new Invite(user("bob"), new Nick("carl"), false);
    assertThat(reasons(room.does(invite))).isEmpty();
    room.mode("alice", "+i");
    assertThat(reasons(room.does(invite))).containsExactly(Reason.NEEDS_OPERATOR);
    room.mode("alice", "+h bob");
    assertThat(reasons(room.does(invite))).isEmpty();
  }

  @Test
  void whoIsInOrIsAskedByAStrangerIsNotInvited() {
    TestRoom room = TestRoom.ofAlice("bob");
    assertThat(reasons(room.does(new Invite(user("alice"), new Nick("bob"), false))))
        .containsExactly(Reason.TARGET_ALREADY_IN_ROOM);
    assertThat(reasons(room.does(new Invite(user("carl"), new Nick("dora"), false))))
        .containsExactly(Reason.NOT_IN_ROOM);
  }

  @Test
  void onlyTheLast200InvitationsHold() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+i");
    for (int i = 0; i <= 200; i++) {
      room.does(new Invite(user("alice"), new Nick("n" + i), false));
    }
    assertThat(reasons(room.enters(guest("n0")))).containsExactly(Reason.INVITE_ONLY);
    assertThat(reasons(room.enters(guest("n1")))).isEmpty();
  }

  @Test
  void leavingNeedsThatOneIsThere() {
    TestRoom room = TestRoom.ofAlice();
    assertThat(reasons(room.leaves("bob"))).containsExactly(Reason.NOT_IN_ROOM);
    assertThat(room.does(new Depart(user("bob"), "x"))).isEqualTo(Decision.NOTHING);
    assertThat(room.does(new Rename(user("bob"), new Nick("b")))).isEqualTo(Decision.NOTHING);
    assertThat(reasons(room.leaves("ALICE"))).isEmpty();
    assertThat(room.room.isIdle()).isTrue();
  }

  @Test
  void aRoomIsNoPlaceForWhatIsTold() {
    TestRoom room = TestRoom.ofAlice();
    Tell tell = new Tell(user("alice"), new Nick("bob"), SayKind.PRIVMSG, "x");
    assertThatThrownBy(() -> room.does(tell)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSecretRoomIsKnownToItsMembersOnly() {
    TestRoom room = TestRoom.ofAlice();
    assertThat(room.room.view().isVisibleTo(new Nick("bob"))).isTrue();
    room.mode("alice", "+s");
    assertThat(room.room.view().isVisibleTo(new Nick("bob"))).isFalse();
    assertThat(room.room.view().isVisibleTo(new Nick("ALICE"))).isTrue();
  }
}
