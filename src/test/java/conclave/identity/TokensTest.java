package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ongres.scram.client.ScramClient;
import conclave.Needles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What logs in once in place of the password: resume tokens and codes. */
class TokensTest {
  private static final String PASSWORD = Needles.PASSWORD;

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

  private void startAgain(String... sets) throws IOException {
    server.close();
    server = IdentityServer.start(data, sets);
  }

  private String token(String name) throws IOException {
    try (Wire alice = server.in(name, PASSWORD)) {
      return alice.ask("SESSIONS TOKEN", " NOTE SESSIONS TOKEN alice*1 ", 5);
    }
  }

  private String code() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD)) {
      return alice.ask("CODE", " NOTE CODE CODE alice ", 5);
    }
  }

  private static String finish(Wire wire, String name, String secret) throws Exception {
    ScramClient scram =
        ScramClient.builder()
            .advertisedMechanisms(List.of("SCRAM-SHA-256"))
            .username(name)
            .password(secret.toCharArray())
            .build();
    wire.send("AUTHENTICATE SCRAM-SHA-256").challenge();
    wire.authenticate(scram.clientFirstMessage().toString());
    scram.serverFirstMessage(wire.challenge());
    String last = scram.clientFinalMessage().toString();
    wire.authenticate(last);
    return last;
  }

  @Test
  void aTokenLogsInOnceByScram() throws Exception {
    String token = token("alice");
    try (Wire back = server.wire().begun("alice");
        Wire again = server.wire().begun("alice")) {
      finish(back, "alice*1", token);
      assertThat(back.challenge()).startsWith("v=");
      back.send("AUTHENTICATE +").until(" 903 ");
      back.send("CAP END").until(" 001 alice ");
      back.send("SESSIONS").until(" NOTE SESSIONS SESSION 1 self ");
      finish(again, "alice*1", token);
      assertThat(again.challenge()).isEqualTo("e=invalid-proof");
      again.until(" 904 ");
    }
  }

  @Test
  void aTokenLogsInOnceByPlainAndTheNextIsAnother() throws IOException {
    String token = token("alice@phone");
    try (Wire back = server.wire().begun("alice");
        Wire thief = server.wire().begun("alice")) {
      thief.plain("alice*2", token).until(" 904 ");
      thief.plain("alice", token).until(" 904 ");
      back.plain("alice*1", token).until(" 903 ");
      back.send("CAP END").until(" 001 alice ");
      thief.plain("alice*1", token).until(" 904 ");
      String next = back.ask("SESSIONS TOKEN", " NOTE SESSIONS TOKEN alice*1 ", 5);
      assertThat(next).isNotEqualTo(token);
      try (Wire third = server.wire().begun("alice")) {
        third.plain("alice*1", next).until(" 903 ");
      }
    }
  }

  @Test
  void aNewTokenTakesThePlaceOfTheOld() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD);
        Wire back = server.wire().begun("alice")) {
      String old = alice.ask("SESSIONS TOKEN", " TOKEN alice*1 ", 5);
      String next = alice.ask("SESSIONS TOKEN", " TOKEN alice*1 ", 5);
      back.plain("alice*1", old).until(" 904 ");
      back.plain("alice*1", next).until(" 903 ");
    }
  }

  @Test
  void aTokenOutlivesARestart() throws IOException {
    String token = token("alice");
    startAgain();
    try (Wire back = server.wire().begun("alice")) {
      back.plain("alice*1", token).until(" 903 ");
    }
  }

  @Test
  void anExpiredTokenIsRefused() throws IOException {
    startAgain("accounts.session-life=1s");
    try (Wire alice = server.in("alice", PASSWORD)) {
      String answer = alice.send("SESSIONS TOKEN").until(" NOTE SESSIONS TOKEN alice*1 ");
      long expires = Long.parseLong(answer.split(" ")[6]);
      await().until(() -> System.currentTimeMillis() > expires);
      try (Wire back = server.wire().begun("alice")) {
        back.plain("alice*1", answer.split(" ")[5]).until(" 904 ");
      }
    }
  }

  @Test
  void theTokenOfASessionThatWasEndedIsRefused() throws IOException {
    String token = token("alice");
    try (Wire asks = server.in("alice", PASSWORD);
        Wire back = server.wire().begun("alice")) {
      asks.send("SESSIONS END 1").until(" ENDED 1 :");
      back.plain("alice*1", token).until(" 904 ");
    }
  }

  @Test
  void aProofThatIsReplayedIsNone() throws Exception {
    try (Wire first = server.wire().begun("alice");
        Wire second = server.wire().begun("alice")) {
      String last = finish(first, "alice", PASSWORD);
      first.challenge();
      first.send("AUTHENTICATE +").until(" 903 ");
      second.send("AUTHENTICATE SCRAM-SHA-256").challenge();
      second.authenticate("n,,n=alice,r=abcdef").challenge();
      second.authenticate(last).challenge();
      second.until(" 904 ");
    }
  }

  @Test
  void aCodeLogsInOnceByPass() throws IOException {
    String code = code();
    try (Wire thief = server.wire()) {
      server.in("alice", code).close();
      thief.send("PASS alice:" + code).until(" 464 ");
    }
  }

  @Test
  void aCodeLogsInOnceByPlainInWhateverCase() throws IOException {
    String code = code();
    try (Wire wire = server.wire().begun("alice");
        Wire again = server.wire().begun("alice")) {
      again.plain("bob", code).until(" 904 ");
      wire.plain("alice", code.toLowerCase(Locale.ROOT)).until(" 903 ");
      again.plain("alice", code).until(" 904 ");
    }
  }

  @Test
  void aCodeLogsInOnceAtATerminal() throws IOException {
    try (Wire alice = server.wire();
        Wire wire = server.wire();
        Wire again = server.wire()) {
      alice.send("/login alice").send(PASSWORD).until("Welcome, alice");
      String code = alice.send("/code").until("once: /login alice ").replaceAll(".* ", "");
      wire.send("/login alice@kiosk " + code).until("Welcome, alice");
      alice.send("/sessions").until("  2  kiosk, plain");
      again.send("/login alice " + code).until("! ");
      assertThat(again.heard()).noneMatch(line -> line.contains("Welcome, "));
    }
  }

  @Test
  void aNewCodeTakesThePlaceOfTheOld() throws IOException {
    String old = code();
    String next = code();
    try (Wire wire = server.wire().begun("alice")) {
      wire.plain("alice", old).until(" 904 ");
      wire.plain("alice", next).until(" 903 ");
    }
  }

  @Test
  void anExpiredCodeIsRefused() throws IOException {
    startAgain("accounts.code-life=1s");
    try (Wire alice = server.in("alice", PASSWORD);
        Wire wire = server.wire().begun("alice")) {
      String[] answer = alice.send("CODE").until(" NOTE CODE CODE alice ").split(" ");
      long expires = Long.parseLong(answer[6]);
      await().until(() -> System.currentTimeMillis() > expires);
      wire.plain("alice", answer[5]).until(" 904 ");
    }
  }
}
