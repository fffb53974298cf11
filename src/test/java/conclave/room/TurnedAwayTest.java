package conclave.room;

import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static conclave.room.TestRoom.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.Nick;
import conclave.room.RoomCommand.ChangeModes;
import conclave.room.RoomCommand.Invite;
import conclave.room.RoomCommand.Kick;
import conclave.room.RoomCommand.Leave;
import conclave.room.RoomCommand.SetTopic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not come in, where they are sent, and what those outside are told. */
class TurnedAwayTest {
  @Test
  void intoARoomForAccountsNoGuestComesThoughInvited() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+R");
    assertThat(reasons(room.enters(guest("gus")))).containsExactly(Reason.ACCOUNTS_ONLY);
    room.does(new Invite(user("alice"), new Nick("gus"), false));
    assertThat(reasons(room.enters(guest("gus")))).containsExactly(Reason.ACCOUNTS_ONLY);
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+i", "+k word", "+b *", "+l 1", "+R"})
  void whoIsNotLetInIsSentOnWhereThereIsAForward(String closed) {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+f #hall");
    room.mode("alice", closed);
    List<Refusal> refusals = room.enters(guest("gus")).refusals();
    assertThat(refusals).hasSize(2);
    assertThat(refusals.get(0)).isEqualTo(Refusal.of(Reason.FORWARDED, "#lobby", "#hall"));
    assertThat(refusals.get(1).about()).containsExactly("#lobby");
  }

  @Test
  void whoIsLetInIsNotSentOn() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+f #hall");
    assertThat(room.modes()).isEqualTo("+fnt #hall");
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
    room.mode("alice", "-f");
    assertThat(room.modes()).isEqualTo("+nt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hall", "#lobby", "#LOBBY", "#"})
  void aForwardLeadsToAnotherRoom(String to) {
    TestRoom room = TestRoom.ofAlice();
    assertThat(room.mode("alice", "+f " + to).refusals())
        .containsExactly(Refusal.of(Reason.BAD_MODE_PARAMETER, "#lobby", "f", to));
    assertThat(room.mode("alice", "-f")).isEqualTo(Decision.NOTHING);
  }

  @Test
  void theSameForwardIsNoNews() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+f #hall");
    assertThat(room.mode("alice", "+f #HALL")).isEqualTo(Decision.NOTHING);
  }

  @ParameterizedTest
  @CsvSource({"~a:bob, bob, true", "~a:BOB, bob, true", "~a:b*, bob, true", "~a:*, bob, true"})
  void aBanOfAnAccountCoversItWhateverItsNick(String mask, String account, boolean isBanned) {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+b " + mask);
    assertThat(reasons(room.enters(user(account)))).hasSize(isBanned ? 1 : 0);
    assertThat(reasons(room.enters(guest("bob")))).isEmpty();
  }

  @Test
  void anAccountCanBeExceptedAndInvitedForGood() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+bie * ~a:bob");
    assertThat(reasons(room.enters(user("bob")))).containsExactly(Reason.INVITE_ONLY);
    room.mode("alice", "+I ~a:bob");
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
    assertThat(reasons(room.enters(user("carl")))).containsExactly(Reason.BANNED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thoseOutsideASecretRoomAreToldWhatTheyWouldBeWereThereNone(boolean isThere) {
    TestRoom room = isThere ? TestRoom.ofAlice() : TestRoom.fresh();
    room.mode("alice", "+s");
    ModeChange change = new ModeChange(true, Mode.MODERATED, Optional.empty());
    List<RoomCommand> asked =
        List.of(
            new SetTopic(user("bob"), "x", false),
            new Kick(user("bob"), new Nick("alice"), "x", false),
            new Invite(user("bob"), new Nick("alice"), false),
            new ChangeModes(user("bob"), List.of(change), false),
            new Leave(user("bob"), Optional.empty()));
    for (RoomCommand command : asked) {
      assertThat(room.does(command).refusals())
          .containsExactly(Refusal.of(Reason.NO_SUCH_ROOM, "#lobby"));
    }
  }

  @Test
  void anAdministratorMakesNoRoomByActingInIt() {
    TestRoom room = TestRoom.fresh();
    assertThat(reasons(room.does(new SetTopic(user("root"), "x", true))))
        .containsExactly(Reason.NO_SUCH_ROOM);
    assertThat(room.room.seq()).isZero();
  }
}
