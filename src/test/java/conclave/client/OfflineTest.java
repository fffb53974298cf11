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
      assertThat(alice.session.pending()).containsExactly(new Pending("#lobby", "one\ntwo"));
      IrcLine batch = alice.nextSaid();
      assertThat(batch.command()).isEqualTo("BATCH");
      assertThat(batch.params()).containsExactly("+m1", "draft/multiline", "#lobby");
      assertThat(alice.server.received.take()).isEqualTo("@batch=m1 PRIVMSG #lobby one");
      assertThat(alice.server.received.take()).isEqualTo("@batch=m1 PRIVMSG #lobby two");
      assertThat(alice.server.received.take()).isEqualTo("BATCH -m1");
      alice.answer(batch, ":fake 404 alice #lobby :Cannot send to channel");
      alice.heard.awaitOne(Event.NotSaid.class, lost -> lost.text().equals("one\ntwo"));
    }
  }
}
