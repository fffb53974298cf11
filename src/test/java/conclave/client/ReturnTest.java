package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a lost connection has left open goes to the room that it was said in, or nowhere. */
class ReturnTest {
  private static void comeIn(Speaking alice, IrcLine join, String tags, String names) {
    alice.answer(join, ":fake BATCH +x labeled-response");
    alice.server.tellAll("@batch=x" + tags + " :alice!u@h JOIN #lobby");
    alice.server.tellAll("@batch=x :fake 353 alice = #lobby :" + names);
    alice.server.tellAll("@batch=x :fake 366 alice #lobby :End of /NAMES list");
    alice.server.tellAll(":fake BATCH -x");
  }

  @Test
  void nothingIsSaidAgainBeforeTheRoomIsComeBackTo() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      IrcLine one = alice.say("one");
      IrcLine join = alice.comeBack();
      assertThat(join.param(0)).isEqualTo("#lobby");
      assertThat(alice.isSilent()).isTrue();
      comeIn(alice, join, ";msgid=abc-2", "~alice");
      assertThat(alice.nextSaid()).isEqualTo(one);
    }
  }

  @Test
  void aRoomThatGotAnotherNameWhileAwayIsSpokenToUnderThat() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      alice.say("one");
      IrcLine join = alice.comeBack();
      alice.server.tellAll(":bob!u@h RENAME #lobby #hall :moved");
      assertThat(alice.nextSaid().param(0)).isEqualTo("#hall");
      comeIn(alice, join, ";msgid=xyz-1", "~alice");
      assertThat(alice.isSilent()).isTrue();
      assertThat(alice.heard.of(Event.Told.class))
          .noneMatch(told -> told.text().startsWith("Perhaps"));
    }
  }

  @Test
  void aRoomIsAskedForByItsLogAsFarAsThatIsKnown() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      assertThat(alice.comeBack().tags()).containsEntry("conclave/log", "abc");
    }
    try (Speaking alice = new Speaking("")) {
      assertThat(alice.comeBack().tags()).doesNotContainKey("conclave/log");
    }
  }

  @Test
  void whoWasNeverOutOfARoomKnowsItsLogTheNextTimeToo() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      IrcLine join = alice.comeBack();
      alice.server.tellAll(":alice!u@h JOIN #lobby");
      alice.answer(join, ":fake ACK");
      assertThat(alice.isSilent()).isTrue();
      assertThat(alice.comeBack().tags()).containsEntry("conclave/log", "abc");
    }
  }

  @Test
  void aRoomThatTheUserIsInUnderItsNewNameIsAskedForUnderIt() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      IrcLine join = alice.comeBack();
      alice.server.tellAll(":alice!u@h JOIN #hall");
      alice.answer(join, ":fake RENAME #lobby #hall :");
      assertThat(alice.isSilent()).isTrue();
      IrcLine next = alice.comeBack();
      assertThat(next.params()).containsExactly("#hall");
      assertThat(next.tags()).containsEntry("conclave/log", "abc");
    }
  }

  @Test
  void aRoomIsKnownByItsLogUnderAnyName() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      alice.say("one");
      IrcLine join = alice.comeBack();
      alice.server.tellAll(":alice!u@h JOIN #Hall");
      alice.server.tellAll("@msgid=abc-7 :bob!u@h PRIVMSG #Hall :we are here now");
      comeIn(alice, join, ";msgid=xyz-1", "~alice");
      assertThat(alice.nextSaid().param(0)).isEqualTo("#hall");
    }
  }

  @Test
  void whatWasSaidInOneRoomIsNotSaidInAnotherThatHasItsName() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      alice.say("one");
      alice.say("two");
      IrcLine join = alice.comeBack();
      comeIn(alice, join, ";msgid=xyz-9", "@carol alice");
      assertThat(alice.awaitLost()).isEqualTo("Perhaps not delivered: one / two");
      assertThat(alice.isSilent()).isTrue();
      assertThat(alice.session.awaitConfirmed(Speaking.LIMIT)).isTrue();
      assertThat(alice.say("three").param(0)).isEqualTo("#lobby");
    }
  }

  @Test
  void whoseRoomIsNotKnownByItsLogIsNotRepeatedInOneThatTheReturnHasFounded() throws Exception {
    try (Speaking alice = new Speaking("")) {
      alice.say("one");
      IrcLine join = alice.comeBack();
      comeIn(alice, join, ";msgid=xyz-1", "~alice");
      assertThat(alice.awaitLost()).isEqualTo("Perhaps not delivered: one");
    }
  }

  @Test
  void whoWasNeverOutOfTheRoomRepeatsWhatIsOpen() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      IrcLine one = alice.say("one");
      IrcLine join = alice.comeBack();
      alice.answer(join, ":fake ACK");
      assertThat(alice.nextSaid()).isEqualTo(one);
    }
  }

  @Test
  void aRoomWithNoWayInAnswersForWhatIsSaidToIt() throws Exception {
    try (Speaking alice = new Speaking("abc")) {
      IrcLine one = alice.say("one");
      IrcLine join = alice.comeBack();
      alice.answer(join, ":fake 473 alice #lobby :Only the invited may join");
      assertThat(alice.nextSaid()).isEqualTo(one);
      alice.answer(one, ":fake 404 alice #lobby :Cannot send to channel");
      alice.heard.awaitOne(Event.NotSaid.class, lost -> lost.text().equals("one"));
      assertThat(alice.session.awaitConfirmed(Speaking.LIMIT)).isTrue();
    }
  }
}
