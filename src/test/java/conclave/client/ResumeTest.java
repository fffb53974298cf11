package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final Device LAPTOP = new Device("laptop");

  @TempDir Path folder;
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final HeardEvents heard = new HeardEvents();
  private final List<Session> sessions = new ArrayList<>();
  private FakeServer server;
  private TokenFile tokens;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
    server.capabilities = Set.of("sasl=PLAIN,SCRAM-SHA-256", "echo-message");
    tokens =
        TokenFile.ofUser(
            Map.of("XDG_CONFIG_HOME", folder.toString()), "", server.address(), LAPTOP);
  }

  @AfterEach
  void stop() throws Exception {
    sessions.forEach(Session::close);
    server.close();
  }

  @Test
  void theNextTimeNeedsNoPassword() throws Exception {
    logInWithPassword();

    session(keyring()).start(List.of());

    assertThat(server.identities.tried).containsExactly("alice@laptop", "alice*7");
    await().until(() -> tokens.find().map(ResumeToken::secret).equals(Optional.of("token2")));
    assertThat(heard.of(Event.Refused.class)).isEmpty();
    assertThat(heard.of(Event.Told.class)).noneMatch(told -> told.text().contains("secret"));
  }

  @Test
  void aTokenWorksByPlainToo() throws Exception {
    server.capabilities = Set.of("sasl=PLAIN");
    logInWithPassword();

    session(keyring()).start(List.of());

    assertThat(server.identities.tried).containsExactly("alice@laptop", "alice*7");
  }

  @Test
  void aLossIsSurvivedWithTheNewestToken() throws Exception {
    logInWithPassword().close();
    session(keyring()).start(List.of());
    await().until(() -> tokens.find().isPresent());
    int before = heard.of(Event.Connected.class).size();

    server.dropAll();

    await().until(() -> heard.of(Event.Connected.class).size() > before);
    await().until(() -> tokens.find().map(ResumeToken::secret).equals(Optional.of("token3")));
  }

  @Test
  void whenTheTokenIsRefusedThePasswordIsUsed() throws Exception {
    logInWithPassword();
    server.identities.revoke();
    Keyring both = keyring();
    both.unlock(FakeServer.PASSWORD);

    session(both).start(List.of());

    assertThat(server.identities.tried).containsExactly("alice@laptop", "alice*7", "alice@laptop");
  }

  @Test
  void whenTheTokenIsRefusedThePasswordIsAskedForAndTheTokenIsNotSentAgain() throws Exception {
    logInWithPassword();
    server.identities.revoke();
    Keyring keyring = keyring();
    Session session = session(keyring);

    assertThat(refusal(session).wantsPassword()).isTrue();
    assertThat(tokens.find()).isEmpty();
    keyring.unlock(FakeServer.PASSWORD);
    session.start(List.of());

    assertThat(server.identities.tried).containsExactly("alice@laptop", "alice*7", "alice@laptop");
  }

  @Test
  void anExpiredTokenIsNotSent() throws Exception {
    server.identities.tokenLife = Duration.ofSeconds(-1);
    logInWithPassword();
    Keyring keyring = keyring();

    assertThat(keyring.isReady()).isFalse();
    assertThat(refusal(session(keyring)).wantsPassword()).isTrue();
    assertThat(server.identities.tried).containsExactly("alice@laptop");
  }

  @Test
  void aServerThatIsAwayOrBusyCostsNoToken() throws Exception {
    logInWithPassword();
    server.throttle = "30";

    LogInRefused busy = refusal(session(keyring()));

    assertThat(busy.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(busy.wrongPassword()).isFalse();
    assertThat(busy).hasMessage("Try again in 30 seconds");
    server.close();
    assertThat(catchThrowableOfType(IOException.class, () -> session(keyring()).start(List.of())))
        .isNotInstanceOf(LogInRefused.class);
    assertThat(tokens.find()).isPresent();
  }

  @Test
  void withoutAFileNoTokenIsAskedFor() throws Exception {
    Keyring keyring = new Keyring("alice", LAPTOP, Optional.empty());
    keyring.unlock(FakeServer.PASSWORD);

    session(keyring).start(List.of("#lobby"));

    heard.awaitOne(Event.Names.class, names -> true);
    assertThat(server.received).noneMatch(line -> line.startsWith("SESSIONS"));
  }

  @Test
  void aServerWithoutSessionsIsNoTrouble() throws Exception {
    server.identities.knowsSessions = false;
    Keyring keyring = keyring();
    keyring.unlock(FakeServer.PASSWORD);

    session(keyring).start(List.of("#lobby"));

    heard.awaitOne(Event.Names.class, names -> true);
    assertThat(heard.of(Event.Refused.class)).isEmpty();
    assertThat(tokens.find()).isEmpty();
  }

  @Test
  void loggingOutEndsTheSessionAndForgetsTheToken() throws Exception {
    Session session = logInWithPassword();
    server.tellAll(":fake FAIL SESSIONS OTHER :An earlier refusal counts for nothing");
    heard.awaitOne(Event.Refused.class, refused -> true);

    assertThat(session.logOut()).isTrue();

    assertThat(server.identities.ended).containsExactly("7");
    assertThat(tokens.find()).isEmpty();
    assertThat(heard.of(Event.Disconnected.class)).isEmpty();
  }

  @Test
  void loggingOutFindsTheNumberWhereNoTokenHasToldIt() throws Exception {
    Keyring keyring = new Keyring("alice", LAPTOP, Optional.empty());
    keyring.unlock(FakeServer.PASSWORD);
    Session session = session(keyring);
    session.start(List.of());

    assertThat(session.logOut()).isTrue();

    assertThat(server.identities.ended).containsExactly("7");
  }

  @Test
  void loggingOutOfAServerWithoutSessionsIsNotConfirmed() throws Exception {
    server.identities.knowsSessions = false;
    Session session = session(Keyring.of(new Credentials("alice", FakeServer.PASSWORD)));
    session.start(List.of());

    assertThat(session.logOut()).isFalse();
  }

  @Test
  void afterAChangeOfPasswordTheNewOneAndANewTokenCount() throws Exception {
    Session session = logInWithPassword();

    session.own().changePassword(FakeServer.PASSWORD, "battery staple");

    heard.awaitOne(Event.Told.class, told -> told.text().equals("Your password is changed"));
    await().until(() -> tokens.find().map(ResumeToken::secret).equals(Optional.of("token2")));
    server.identities.revoke();
    server.dropAll();
    heard.awaitOne(Event.Connected.class, event -> heard.of(Event.Connected.class).size() == 2);
    assertThat(server.identities.tried).containsExactly("alice@laptop", "alice*7", "alice@laptop");
  }

  @Test
  void aPasswordThatFitsNoLineIsNotSent() throws Exception {
    Session session = logInWithPassword();

    for (String odd : List.of("", " a", "a  b", "a :b")) {
      assertThat(
              catchThrowableOfType(
                  IllegalArgumentException.class, () -> session.own().changePassword(odd, "new")))
          .as(odd)
          .hasMessageContaining("can't be sent");
    }
    assertThat(server.received).noneMatch(line -> line.startsWith("PASSWORD"));
  }

  @Test
  void sessionsAreListedAndEnded() throws Exception {
    Session session = logInWithPassword();

    session.own().askAll();
    session.own().end("8");

    heard.awaitOne(Event.Told.class, told -> told.text().equals("One session has ended"));
    assertThat(heard.of(Event.SessionListed.class))
        .extracting(event -> event.session().toString())
        .containsExactly(
            "ListedSession[number=7, state=self, created=1970-01-01T00:00:01Z,"
                + " seen=1970-01-01T00:00:02Z, address=::1, device=laptop, client=conclave]",
            "ListedSession[number=8, state=away, created=1970-01-01T00:00:01Z,"
                + " seen=1970-01-01T00:00:02Z, address=, device=, client=irssi]");
    session.own().end("99");
    heard.awaitOne(Event.Refused.class, no -> no.text().equals("There is no session 99"));
  }

  private Session logInWithPassword() throws Exception {
    Keyring keyring = keyring();
    keyring.unlock(FakeServer.PASSWORD);
    Session session = session(keyring);
    session.start(List.of());
    await().until(() -> tokens.find().isPresent());
    return session;
  }

  private Keyring keyring() {
    return new Keyring("alice", LAPTOP, Optional.of(tokens));
  }

  private LogInRefused refusal(Session session) {
    return catchThrowableOfType(LogInRefused.class, () -> session.start(List.of()));
  }

  private Session session(Keyring keyring) {
    Session session =
        new Session(server.address(), Trust.pinned(certificate.fingerprint()), keyring, heard);
    sessions.add(session);
    return session;
  }
}
