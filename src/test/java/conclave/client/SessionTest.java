package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionTest {
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final HeardEvents heard = new HeardEvents();
  private FakeServer server;
  private Session session;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
    session = session(FakeServer.PASSWORD);
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    server.close();
  }

  @Test
  void theRightPasswordOpensTheRoomAndItsHistory() throws Exception {
    server.sayHistory("#lobby", "bob", "an old message");

    session.start(List.of("#lobby"));

    Event.Said old = heard.awaitOne(Event.Said.class, said -> said.who().equals("bob"));
    assertThat(old.replayed()).isTrue();
    assertThat(old.time()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(heard.of(Event.Connected.class)).containsExactly(new Event.Connected("alice", true));
    assertThat(heard.of(Event.Joined.class)).extracting(Event.Joined::own).containsExactly(true);
    assertThat(heard.of(Event.Names.class).get(0).names()).containsExactly("@alice", "bob");
    assertThat(heard.of(Event.TopicChanged.class).get(0).topic()).isEqualTo("Where all meet");
  }

  @Test
  void aWrongPasswordIsToldAsSuchAndIsNotTriedAgain() {
    session = session("wrong");

    assertThatThrownBy(() -> session.start(List.of()))
        .isInstanceOfSatisfying(LogInRefused.class, e -> assertThat(e.wrongPassword()).isTrue());
  }

  @Test
  void onlyWhatIsOfferedAndUsedIsRequested() throws Exception {
    server.capabilities = Set.of("sasl=PLAIN", "server-time", "away-notify");

    session.start(List.of());

    assertThat(server.next("CAP REQ").substring(8).replace(":", "").split(" ", -1))
        .containsExactlyInAnyOrder("sasl", "server-time");
  }

  @Test
  void aPasswordIsNotSentWhereTheServerHasNoSasl() throws Exception {
    server.capabilities = Set.of("server-time");

    session.start(List.of());

    assertThat(heard.of(Event.Connected.class))
        .extracting(Event.Connected::loggedIn)
        .containsExactly(false);
    assertThat(server.received).noneMatch(line -> line.contains("AUTH") || line.contains("PASS"));
  }

  @Test
  void whatISayIsToldOnceWhenItComesBack() throws Exception {
    session.start(List.of("#lobby"));

    session.say("#lobby", "hi");

    Event.Said said = heard.awaitOne(Event.Said.class, Event.Said::own);
    assertThat(said.text()).isEqualTo("hi");
    assertThat(session.awaitConfirmed(Duration.ofSeconds(5))).isTrue();
    assertThat(heard.of(Event.Said.class)).hasSize(1);
  }

  @Test
  void withoutEchoWhatISayIsToldAtOnce() throws Exception {
    server.capabilities = Set.of("sasl=PLAIN");
    server.silent = true;
    session.start(List.of());

    session.act("bob", "waves");

    assertThat(heard.of(Event.Said.class))
        .extracting(Event.Said::own, Event.Said::text, Event.Said::manner)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(true, "waves", Event.Manner.ACTION));
  }

  @Test
  void afterALossItComesBackToItsRoomsAndShowsNothingTwice() throws Exception {
    session.start(List.of("#lobby"));
    session.say("#lobby", "before");
    heard.awaitOne(Event.Said.class, Event.Said::own);

    server.dropAll();

    Event.Disconnected lost = heard.awaitOne(Event.Disconnected.class, event -> true);
    assertThat(lost.retryIn())
        .hasValueSatisfying(in -> assertThat(in).isLessThanOrEqualTo(Duration.ofSeconds(1)));
    heard.awaitOne(Event.Joined.class, joined -> heard.of(Event.Joined.class).size() == 2);
    session.say("#lobby", "after");
    heard.awaitOne(Event.Said.class, said -> said.text().equals("after"));
    assertThat(heard.of(Event.Said.class))
        .extracting(Event.Said::text)
        .containsExactly("before", "after");
  }

  @Test
  void whatWasNotConfirmedBeforeALossIsNamed() throws Exception {
    session.start(List.of("#lobby"));
    heard.awaitOne(Event.Names.class, names -> true);
    server.silent = true;
    session.say("#lobby", "into the dark");
    server.next("PRIVMSG");

    server.dropAll();

    assertThat(heard.awaitOne(Event.Disconnected.class, event -> true).unconfirmed())
        .containsExactly("into the dark");
  }

  @Test
  void aRoomThatGotAnotherNameIsComeBackToUnderThat() throws Exception {
    session.start(List.of("#lobby"));
    heard.awaitOne(Event.Names.class, names -> true);
    server.silent = true;
    session.say("#lobby", "on my way");
    server.next("PRIVMSG");
    server.silent = false;

    server.tellAll(":bob!b@example.net RENAME #Lobby #hall :typo");

    Event.RoomRenamed renamed = heard.awaitOne(Event.RoomRenamed.class, event -> true);
    assertThat(List.of(renamed.who(), renamed.room(), renamed.to(), renamed.reason()))
        .containsExactly("bob", "#Lobby", "#hall", "typo");
    server.tellAll(":alice!a@example.net PRIVMSG #hall :on my way");
    assertThat(session.awaitConfirmed(Duration.ofSeconds(5))).isTrue();
    server.received.clear();
    server.dropAll();
    heard.awaitOne(Event.Connected.class, event -> heard.of(Event.Connected.class).size() == 2);
    assertThat(server.next("JOIN")).isEqualTo("JOIN #hall");
  }

  @Test
  void aRoomThatWasLeftOrRefusedIsNotJoinedAgain() throws Exception {
    session.start(List.of("#lobby", "#closed", "#garden"));
    heard.awaitOne(Event.Refused.class, refused -> refused.subject().equals("#closed"));
    session.part("#lobby", "");
    heard.awaitOne(Event.Parted.class, Event.Parted::own);
    server.received.clear();

    server.dropAll();

    heard.awaitOne(Event.Connected.class, event -> heard.of(Event.Connected.class).size() == 2);
    assertThat(server.next("JOIN")).isEqualTo("JOIN #garden");
    assertThat(server.received).noneMatch(line -> line.startsWith("JOIN"));
  }

  @Test
  void anotherCertificateAfterALossEndsTheSession() throws Exception {
    session.start(List.of());
    int port = server.address().port();
    server.close();
    server = new FakeServer(TestCertificate.forHost("localhost"), port);

    Event.Disconnected last =
        heard.awaitOne(Event.Disconnected.class, event -> event.retryIn().isEmpty());

    assertThat(last.reason()).contains("another certificate");
    assertThat(server.received).isEmpty();
  }

  @Test
  void pingIsAnswered() throws Exception {
    session.start(List.of());

    server.tellAll("PING :are you there");

    assertThat(server.next("PONG")).isEqualTo("PONG :are you there");
  }

  @Test
  void aLongTextIsSaidInPartsThatFitALine() throws Exception {
    session.start(List.of("#lobby"));

    session.say("#lobby", "word ".repeat(200));

    assertThat(session.awaitConfirmed(Duration.ofSeconds(5))).isTrue();
    assertThat(heard.of(Event.Said.class)).hasSizeGreaterThan(2);
    assertThat(String.join(" ", heard.of(Event.Said.class).stream().map(Event.Said::text).toList()))
        .isEqualTo("word ".repeat(200).strip());
  }

  @Test
  void leavingSaysQuit() throws Exception {
    session.start(List.of());

    session.close();

    assertThat(server.next("QUIT")).startsWith("QUIT");
    assertThat(heard.of(Event.Disconnected.class)).isEmpty();
    assertThatThrownBy(() -> session.say("#lobby", "hi")).isInstanceOf(IOException.class);
  }

  private Session session(String password) {
    return new Session(
        server.address(),
        Trust.pinned(certificate.fingerprint()),
        new Credentials("alice", password),
        heard);
  }
}
