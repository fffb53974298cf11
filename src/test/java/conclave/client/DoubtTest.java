package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of a message that the server does not know whether it has. */
class DoubtTest {
  private static final String NO_ANSWER = ":fake FAIL * NO_ANSWER :It is not known";

  @Test
  void aMessageInDoubtIsSaidAgainUnderItsIdBeforeWhatFollowsIt() throws Exception {
    try (Speaking alice = new Speaking("")) {
      IrcLine one = alice.say("one");
      alice.answer(one, NO_ANSWER);
      assertThat(alice.isSilent()).isTrue();
      alice.session.say("#lobby", "two");
      assertThat(alice.nextSaid()).isEqualTo(one);
      IrcLine two = alice.nextSaid();
      assertThat(two.text()).isEqualTo("two");
      alice.answer(one, ":alice!u@h PRIVMSG #lobby :one");
      alice.answer(two, ":alice!u@h PRIVMSG #lobby :two");
      assertThat(alice.session.awaitConfirmed(Speaking.LIMIT)).isTrue();
      assertThat(alice.heard.of(Event.Refused.class)).isEmpty();
    }
  }

  @Test
  void anAnswerOfSeveralLinesThatEndsInDoubtIsDoubtToo() throws Exception {
    try (Speaking alice = new Speaking("")) {
      IrcLine one = alice.say("one");
      alice.answer(one, ":fake BATCH +x labeled-response");
      alice.server.tellAll("@batch=x " + NO_ANSWER);
      alice.server.tellAll(":fake BATCH -x");
      assertThat(alice.nextSaid()).isEqualTo(one);
      assertThat(alice.heard.of(Event.Refused.class)).isEmpty();
    }
  }

  @Test
  void aMessageThatStaysInDoubtIsToldAsPerhapsLost() throws Exception {
    try (Speaking alice = new Speaking("")) {
      IrcLine one = alice.say("one");
      for (int i = 0; i < Outgoing.MAX_AGAIN; i++) {
        alice.answer(one, NO_ANSWER);
        assertThat(alice.nextSaid()).isEqualTo(one);
      }
      assertThat(alice.heard.of(Event.Refused.class)).isEmpty();
      alice.answer(one, NO_ANSWER);
      assertThat(alice.awaitLost()).isEqualTo("Perhaps not delivered: one");
      assertThat(alice.heard.of(Event.Refused.class))
          .extracting(Event.Refused::code)
          .containsExactly("NO_ANSWER");
      assertThat(alice.session.awaitConfirmed(Speaking.LIMIT)).isTrue();
    }
  }

  @Test
  void whatIsKnownNotToBeKeptIsToldAndNotSaidAgain() throws Exception {
    try (Speaking alice = new Speaking("")) {
      IrcLine one = alice.say("one");
      alice.answer(one, ":fake FAIL * TEMPORARILY_UNAVAILABLE :The server is busy");
      assertThat(alice.session.awaitConfirmed(Speaking.LIMIT)).isTrue();
      assertThat(alice.heard.of(Event.NotSaid.class))
          .containsExactly(new Event.NotSaid("#lobby", "one", "The server is busy"));
      assertThat(alice.isSilent()).isTrue();
    }
  }
}
