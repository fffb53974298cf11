package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.Needles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where somebody is logged in, and what ends that. */
class SessionsTest {
  private static final String PASSWORD = Needles.PASSWORD;
  private static final String NEXT = "another-" + Needles.PASSWORD;

  @TempDir Path data;
  private IdentityServer server;

  @BeforeEach
  void start() throws IOException {
    server = IdentityServer.start(data);
    server.account("alice", PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theyAreListedWithDeviceAddressAndClient() throws IOException {
    try (Wire phone = server.in("alice@phone", PASSWORD);
        Wire other = server.wire()) {
      other.send("/login alice").send(PASSWORD).until("Welcome, alice");
      other.send("/sessions").until("  1  phone, irc from ::1, since ");
      other.until("  2  (no name), plain from ::1, since ");
      phone.send("SESSIONS").until(" NOTE SESSIONS SESSION 1 self ");
      assertThat(phone.until(" NOTE SESSIONS SESSION 2 live ")).contains(" 0::1 * plain :");
      phone.until(" NOTE SESSIONS END 2 :");
    }
  }

  @Test
  void aDeviceKeepsItsNumberOverAReconnectAndARestart() throws IOException {
    try (Wire first = server.in("alice", PASSWORD);
        Wire phone = server.in("alice@phone", PASSWORD)) {
      phone.send("SESSIONS").until(" NOTE SESSIONS SESSION 2 self ");
      first.send("QUIT").last();
    }
    try (Wire phone = server.in("alice@phone", PASSWORD)) {
      assertThat(phone.send("SESSIONS").until(" SESSION 2 self ")).contains(" phone irc :");
    }
    server.close();
    server = IdentityServer.start(data);
    try (Wire desk = server.in("alice", PASSWORD)) {
      assertThat(desk.send("SESSIONS").until(" SESSION 2 away ")).contains(" phone irc :");
      try (Wire phone = server.in("alice@phone", PASSWORD)) {
        phone.send("SESSIONS").until(" NOTE SESSIONS SESSION 2 self ");
      }
    }
  }

  @Test
  void aSessionIsNamedWhileItGoesOn() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD)) {
      alice.send("SESSIONS NAME no/name").until(" FAIL SESSIONS BAD_DEVICE no/name :");
      alice.send("SESSIONS NAME desk").until(" NOTE SESSIONS DONE NAME desk :");
      assertThat(alice.send("SESSIONS").until(" SESSION 1 self ")).contains(" desk irc :");
    }
  }

  @Test
  void endingOneClosesItsConnectionWithTheReason() throws IOException {
    try (Wire first = server.in("alice", PASSWORD);
        Wire second = server.in("alice", PASSWORD)) {
      second.send("SESSIONS END 9").until(" FAIL SESSIONS NO_SUCH_SESSION 9 :");
      second.send("SESSIONS END one").until(" 461 ");
      second.send("SESSIONS END 1").until(" NOTE SESSIONS ENDED 1 :");
      assertThat(first.last()).contains("ERROR").contains("This session was ended");
      second.send("SESSIONS").until(" NOTE SESSIONS END 1 :");
    }
  }

  @Test
  void endingAllLeavesWhoAsks() throws IOException {
    try (Wire first = server.in("alice", PASSWORD);
        Wire phone = server.in("alice@phone", PASSWORD);
        Wire asks = server.wire()) {
      asks.send("/login alice").send(PASSWORD).until("Welcome, alice");
      asks.send("/sessions end all").until("2 sessions were ended.");
      assertThat(first.last()).contains("This session was ended");
      assertThat(phone.last()).contains("This session was ended");
      asks.send("/sessions").until("this one");
      asks.until("End one with");
      assertThat(asks.heard()).noneMatch(line -> line.contains("phone"));
    }
  }

  @Test
  void aChangedPasswordEndsAllOthersAndTheirTokens() throws IOException {
    try (Wire phone = server.in("alice@phone", PASSWORD);
        Wire asks = server.in("alice", PASSWORD)) {
      String token = phone.ask("SESSIONS TOKEN", " TOKEN alice*1 ", 5);
      String code = phone.ask("CODE", " NOTE CODE CODE alice ", 5);
      asks.send("PASSWORD " + Needles.WRONG_PASSWORD + " :" + NEXT);
      asks.until(" FAIL PASSWORD INVALID_CREDENTIALS :");
      asks.send("PASSWORD " + PASSWORD + " :short").until(" FAIL PASSWORD UNACCEPTABLE_PASSWORD");
      asks.send("PASSWORD " + PASSWORD + " :" + NEXT).until(" NOTE PASSWORD CHANGED :");
      assertThat(phone.last()).contains("The password was changed");
      try (Wire thief = server.wire().begun("alice")) {
        thief.plain("alice*1", token).until(" 904 ");
        thief.plain("alice", code).until(" 904 ");
        thief.plain("alice", PASSWORD).until(" 904 ");
      }
      asks.send("SESSIONS").until(" NOTE SESSIONS END 1 :");
      server.in("alice", NEXT).close();
    }
  }

  @Test
  void aCodeIsNoPresentPassword() throws IOException {
    try (Wire asks = server.in("alice", PASSWORD)) {
      String code = asks.ask("CODE", " NOTE CODE CODE alice ", 5);
      asks.send("PASSWORD " + code + " :" + NEXT).until(" FAIL PASSWORD INVALID_CREDENTIALS :");
      server.in("alice", PASSWORD).close();
    }
  }

  @Test
  void thePasswordIsChangedInThePlainDialectToo() throws IOException {
    try (Wire person = server.wire()) {
      person.send("/login alice").send(PASSWORD).until("Welcome, alice");
      person.send("/password").until("The present password of alice");
      person.send(PASSWORD).until("The new password of alice");
      person.send(NEXT).until("The password is changed");
    }
    server.in("alice", NEXT).close();
  }

  @Test
  void anAccountHasSoManySessionsAndNoMore() throws IOException {
    server.close();
    server = IdentityServer.start(data, "accounts.sessions=2");
    try (Wire first = server.in("alice", PASSWORD);
        Wire second = server.in("alice", PASSWORD);
        Wire third = server.wire().begun("alice")) {
      third.plain("alice", PASSWORD).until(" TOO_MANY_SESSIONS ");
      third.until(" 904 ");
      first.send("SESSIONS END 2").until(" ENDED 1 ");
      second.last();
      third.plain("alice", PASSWORD).until(" 903 ");
    }
  }

  @Test
  void whoMayNotBeginAnotherSessionGoesOnInItsOwnAndIsOutWhenThatEnds() throws IOException {
    server.close();
    server = IdentityServer.start(data, "accounts.sessions=1");
    try (Wire phone = server.in("alice@phone", PASSWORD)) {
      phone.send("CAP REQ :sasl").until("ACK");
      phone.plain("alice", PASSWORD).until(" TOO_MANY_SESSIONS ");
      phone.until(" 904 ");
      phone.send("SESSIONS").until(" NOTE SESSIONS SESSION 1 self ");
      phone.send("SESSIONS END 1");
      assertThat(phone.last()).contains("This session was ended");
    }
  }

  @Test
  void whoLogsInAgainNeedsNoSecondSession() throws IOException {
    server.close();
    server = IdentityServer.start(data, "accounts.sessions=1");
    try (Wire desk = server.in("alice", PASSWORD)) {
      desk.send("CAP REQ :sasl").until("ACK");
      desk.plain("alice", PASSWORD).until(" 903 ");
      desk.send("SESSIONS").until(" NOTE SESSIONS SESSION 1 self ");
      desk.until(" NOTE SESSIONS END 1 :");
    }
  }

  @Test
  void whoIsGoneAndNotKeptIsForgotten() throws IOException {
    server.in("alice", PASSWORD).close();
    try (Wire asks = server.in("alice", PASSWORD)) {
      await()
          .untilAsserted(
              () ->
                  assertThat(asks.send("SESSIONS").until(" NOTE SESSIONS END "))
                      .contains(" END 1 :"));
    }
  }

  @Test
  void aDeviceThatIsNotComeBackToMakesRoomWhenItsTimeIsOver() throws IOException {
    server.close();
    server = IdentityServer.start(data, "accounts.sessions=1", "accounts.session-life=1s");
    server.in("alice@phone", PASSWORD).close();
    await()
        .untilAsserted(
            () -> {
              try (Wire tablet = server.wire().begun("alice")) {
                assertThat(tablet.plain("alice@tablet", PASSWORD).until(" 90")).contains(" 900 ");
              }
            });
  }
}
