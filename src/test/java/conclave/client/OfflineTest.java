package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OfflineTest {
  @Test
  void whatIsSaidWithoutAConnectionWaitsForTheNext() throws Exception {
    try (Speaking alice = new Speaking("")) {
      alice.server.ignoresJoins = true;
      alice.server.received.clear();
      alice.server.dropAll();
      alice.heard.awaitOne(Event.Disconnected.class, any -> true);
      alice.session.say("#lobby", "later");
      assertThat(alice.session.pending()).containsExactly(new Pending("#lobby", "later"));

      IrcLine join = IrcLine.parse(alice.server.next("@label=room"));
      alice.answer(join, ":fake ACK");
      IrcLine later = alice.nextSaid();

      assertThat(later.text()).isEqualTo("later");
      alice.answer(later, ":alice!a@a PRIVMSG #lobby later");
      assertThat(alice.session.awaitConfirmed(Speaking.LIMIT)).isTrue();
      assertThat(alice.session.pending()).isEmpty();
    }
  }

  @Test
  void severalLinesAreOneMessageWhereTheServerKnowsSuch() throws Exception {
    try (Speaking alice = new Speaking("")) {
      alice.session.say("#lobby", "one\ntwo");
      assertThat(alice.nextSaid().text()).isEqualTo("one");
      assertThat(alice.nextSaid().text()).isEqualTo("two");
    }
  }
}
