package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lost connection has left unanswered is said again under the same id. */
class RetryTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Speaking alice;
  private HeardEvents heard;
  private FakeServer server;
  private Session session;

  @BeforeEach
  void start() throws Exception {
    alice = new Speaking("");
    heard = alice.heard;
    server = alice.server;
    session = alice.session;
    server.silent = false;
  }

  @AfterEach
  void stop() throws Exception {
    alice.close();
  }

  private IrcLine nextSaid() throws InterruptedException {
    return alice.nextSaid();
  }

  private List<IrcLine> said(int count) throws InterruptedException {
    List<IrcLine> said = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      said.add(nextSaid());
    }
    return said;
  }

  private void comeBack() {
    int joins = heard.of(Event.Joined.class).size();
    server.dropAll();
    await().until(() -> heard.of(Event.Joined.class).size() > joins);
  }

  @Test
  void whatIsSaidHasAnIdThatTheEchoConfirms() throws Exception {
    session.say("#lobby", "hi");
    IrcLine line = nextSaid();
    assertThat(line.tags().get("conclave/id"))
        .isEqualTo(line.tags().get("label"))
        .matches("[0-9a-f-]{36}");
    assertThat(session.awaitConfirmed(LIMIT)).isTrue();
    assertThat(heard.of(Event.Said.class)).extracting(Event.Said::text).containsExactly("hi");
  }

  @Test
  void whatHasNotComeBackIsSaidAgainInItsOrder() throws Exception {
    server.silent = true;
    session.say("#lobby", "one");
    session.act("#lobby", "two");
    List<IrcLine> first = said(2);
    comeBack();
    assertThat(said(2)).isEqualTo(first);
    assertThat(first).extracting(IrcLine::text).containsExactly("one", "\u0001ACTION two\u0001");
    assertThat(heard.of(Event.Disconnected.class))
        .allSatisfy(lost -> assertThat(lost.unconfirmed()).isEmpty());
    server.silent = false;
    comeBack();
    assertThat(said(2)).isEqualTo(first);
    assertThat(session.awaitConfirmed(LIMIT)).isTrue();
    comeBack();
    session.say("#lobby", "three");
    assertThat(nextSaid().text()).isEqualTo("three");
  }

  @Test
  void fewAreOnTheirWayAtOnceAndTooManyAreRefused() throws Exception {
    server.silent = true;
    for (int i = 0; i < Outgoing.MAX; i++) {
      session.say("#lobby", "n" + i);
    }
    assertThatThrownBy(() -> session.say("#lobby", "over")).isInstanceOf(IOException.class);
    assertThat(said(Outgoing.AT_ONCE)).hasSize(Outgoing.AT_ONCE);
    assertThat(server.received).noneMatch(line -> line.startsWith("@conclave/id="));
    server.silent = false;
    comeBack();
    assertThat(said(Outgoing.MAX))
        .extracting(IrcLine::text)
        .containsExactlyElementsOf(
            IntStream.range(0, Outgoing.MAX).mapToObj(i -> "n" + i).toList());
    assertThat(session.awaitConfirmed(LIMIT)).isTrue();
  }

  @Test
  void aRefusalAnswersToo() throws Exception {
    server.silent = true;
    session.say("#lobby", "no");
    String label = nextSaid().tags().get("label");
    server.tellAll("@label=" + label + " :fake 404 alice #lobby :Cannot send to channel");
    assertThat(session.awaitConfirmed(LIMIT)).isTrue();
    Event lost = heard.awaitOne(Event.NotSaid.class, any -> true);
    assertThat(lost).isEqualTo(new Event.NotSaid("#lobby", "no", "Cannot send to channel"));
  }

  @Test
  void anAnswerOfSeveralLinesEndsWithItsBatch() throws Exception {
    server.silent = true;
    session.say("bob", "hi");
    String label = nextSaid().tags().get("label");
    server.tellAll("@label=" + label + " :fake BATCH +x labeled-response");
    server.tellAll("@batch=x :fake 301 alice bob :away");
    server.tellAll("@batch=x;msgid=m :alice!u@h PRIVMSG bob :hi");
    heard.awaitOne(Event.Said.class, Event.Said::own);
    assertThat(session.awaitConfirmed(Duration.ZERO)).isFalse();
    server.tellAll(":fake BATCH -x");
    assertThat(session.awaitConfirmed(LIMIT)).isTrue();
  }

  @Test
  void whatIsOnItsWayFollowsTheRoom() throws Exception {
    server.silent = true;
    session.say("#Lobby", "one");
    assertThat(nextSaid().param(0)).isEqualTo("#Lobby");
    server.tellAll(":bob!u@h RENAME #lobby #hall :moved");
    heard.awaitOne(Event.RoomRenamed.class, any -> true);
    await().untilAsserted(() -> assertThat(heard.of(Event.RoomRenamed.class)).hasSize(1));
    comeBack();
    assertThat(nextSaid().param(0)).isEqualTo("#hall");
  }

  @Test
  void whereTheNextServerKnowsNoIdsItIsToldThatSomethingMayBeLost() throws Exception {
    server.silent = true;
    session.say("#lobby", "one");
    nextSaid();
    server.capabilities = Set.of("sasl=PLAIN", "echo-message");
    comeBack();
    heard.awaitOne(Event.Told.class, told -> told.text().equals("Perhaps not delivered: one"));
    assertThat(session.awaitConfirmed(LIMIT)).isTrue();
  }
}
