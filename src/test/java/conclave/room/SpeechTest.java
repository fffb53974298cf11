package conclave.room;

import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static conclave.room.TestRoom.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.Source;
import conclave.room.Event.Said;
import conclave.room.RoomCommand.Say;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the modes M, c, C and T, quiet bans and STATUSMSG make of what is said. */
class SpeechTest {
  private static Decision says(TestRoom room, Source who, SayKind kind, String text) {
    return room.does(new Say(who, kind, text));
  }

  private static Decision says(TestRoom room, Source who, String text) {
    return says(room, who, SayKind.PRIVMSG, text);
  }

  private static String said(Decision decision) {
    return ((Said) decision.events().get(0)).text();
  }

  @Test
  void whereOnlyAccountsSpeakAGuestNeedsAVoice() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.enters(guest("gus"));
    room.mode("alice", "+M");
    assertThat(reasons(room.says(guest("gus")))).containsExactly(Reason.ACCOUNTS_SPEAK_ONLY);
    assertThat(reasons(room.says(user("bob")))).isEmpty();
    room.mode("alice", "+v gus");
    assertThat(reasons(room.says(guest("gus")))).isEmpty();
  }

  @Test
  void coloursAndFormattingAreTakenOutWhateverTheRank() {
    TestRoom room = TestRoom.ofAlice();
    String coloured = "\u00034,12red\u0003 \u0002bold\u000f \u001dslant \u0004ff0000hex \u0011x";
    assertThat(said(says(room, user("alice"), coloured))).isEqualTo(coloured);
    room.mode("alice", "+c");
    assertThat(said(says(room, user("alice"), coloured))).isEqualTo("red bold slant hex x");
    assertThat(said(says(room, user("alice"), "\u0001ACTION \u0002waves\u0001")))
        .isEqualTo("\u0001ACTION waves\u0001");
    assertThat(reasons(says(room, user("alice"), "\u0002\u0003"))).containsExactly(Reason.NO_TEXT);
  }

  @Test
  void aQuestionToProgramsIsRefusedAndAnActionIsNot() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+C");
    assertThat(reasons(says(room, user("alice"), "\u0001VERSION\u0001")))
        .containsExactly(Reason.NO_CTCP_HERE);
    assertThat(reasons(says(room, user("alice"), SayKind.NOTICE, "\u0001PING 1\u0001")))
        .containsExactly(Reason.NO_CTCP_HERE);
    assertThat(reasons(says(room, user("alice"), "\u0001ACTION waves\u0001"))).isEmpty();
  }

  @Test
  void formattingDoesNotHideAQuestion() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+cC");
    assertThat(reasons(says(room, user("alice"), "\u0002\u0001VERSION\u0001")))
        .containsExactly(Reason.NO_CTCP_HERE);
  }

  @Test
  void whereThereAreNoNoticesMessagesGoThrough() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+T");
    assertThat(reasons(says(room, user("alice"), SayKind.NOTICE, "x")))
        .containsExactly(Reason.NO_NOTICES_HERE);
    assertThat(reasons(says(room, user("alice"), "x"))).isEmpty();
  }

  @Test
  void aQuietBanTakesTheVoiceAlone() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+b ~q:bob");
    assertThat(reasons(room.enters(user("bob")))).isEmpty();
    assertThat(reasons(room.says(user("bob")))).containsExactly(Reason.CANNOT_SAY);
    room.mode("alice", "+v bob");
    assertThat(reasons(room.says(user("bob")))).isEmpty();
    room.mode("alice", "-v+e bob ~q:bob");
    assertThat(reasons(room.says(user("bob")))).isEmpty();
    room.mode("alice", "-e-b ~q:bob ~q:BOB!*@*");
    assertThat(room.room.kept().lists()).isEmpty();
  }

  @Test
  void aQuietExceptionDoesNotLiftABan() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+be bob ~q:bob");
    assertThat(reasons(room.enters(user("bob")))).containsExactly(Reason.BANNED);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void whatIsSaidToARoleIsForItAndThoseAboveAndForWhoSaidIt(Role least) {
    TestRoom room = TestRoom.ofAlice("bob");
    Say say = new Say(user("bob"), SayKind.PRIVMSG, "help", ClientTags.NONE, Optional.of(least));
    Said said = (Said) room.does(say).events().get(0);
    assertThat(said.audience()).contains(least);
    for (Role rank : Role.values()) {
      boolean isFor = said.isFor(user("carl").nick(), Optional.of(rank));
      assertThat(isFor).isEqualTo(rank.isAtLeast(least));
    }
    assertThat(said.isFor(user("carl").nick(), Optional.empty())).isFalse();
    assertThat(said.isFor(user("bob").nick(), Optional.empty())).isTrue();
  }

  @Test
  void whoMayNotSpeakToTheRoomMayNotSpeakToItsOperators() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+m");
    Say say =
        new Say(user("bob"), SayKind.PRIVMSG, "help", ClientTags.NONE, Optional.of(Role.OPERATOR));
    assertThat(reasons(room.does(say))).containsExactly(Reason.CANNOT_SAY);
  }

  @Test
  void ofASecretRoomAStrangerHearsNothing() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+s");
    assertThat(reasons(room.says(user("bob")))).containsExactly(Reason.NO_SUCH_ROOM);
  }
}
