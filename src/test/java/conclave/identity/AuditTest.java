package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.util.TlsServerEndpoint;
import conclave.Needles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor sees in what way somebody came in, or did not. */
class AuditTest {
  private static final String PASSWORD = Needles.PASSWORD;
  private static final String WRONG = Needles.WRONG_PASSWORD;
  private static final ClientKey KEY = ClientKey.make("alice");

  @TempDir Path data;
  private IdentityServer server;

  @BeforeEach
  void start() throws IOException {
    server = IdentityServer.start(data, "operators=[{account: alice, role: operator}]");
    server.account("alice", PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String firstOf(Wire wire, ScramClient scram) throws IOException {
    wire.send("AUTHENTICATE " + scram.getScramMechanism().getName()).challenge();
    wire.authenticate(scram.clientFirstMessage().toString());
    return wire.challenge();
  }

  private static ScramClient scram(Wire wire, String mechanism, String password) throws Exception {
    ScramClient.FinalBuildStage builder =
        ScramClient.builder()
            .advertisedMechanisms(List.of(mechanism))
            .username("alice")
            .password(password.toCharArray());
    return mechanism.endsWith("-PLUS")
        ? builder.channelBinding("tls-server-end-point", endPoint(wire)).build()
        : builder.build();
  }

  private static byte[] endPoint(Wire wire) throws Exception {
    return TlsServerEndpoint.getChannelBindingData(wire.certificate());
  }

  private void byScram(String mechanism, String password) throws Exception {
    try (Wire wire = server.wire().begun("alice")) {
      ScramClient scram = scram(wire, mechanism, password);
      scram.serverFirstMessage(firstOf(wire, scram));
      wire.authenticate(scram.clientFinalMessage().toString()).challenge();
      wire.send("AUTHENTICATE +").until(" 90");
    }
  }

  private void byPlain(String name, String secret) throws IOException {
    try (Wire wire = server.wire().begun("alice")) {
      wire.plain(name, secret).until(" 90");
    }
  }

  private void twice(String name, String secret) throws IOException {
    byPlain(name, secret);
    byPlain(name, secret);
  }

  private void byCertificate() throws IOException {
    try (Wire wire = server.wire(KEY).begun("alice")) {
      wire.send("AUTHENTICATE EXTERNAL").challenge();
      wire.authenticate("").until(" 90");
    }
  }

  @Test
  void everyWayInIsToldFromTheOthers() throws Exception {
    byCertificate();
    String token;
    String code;
    try (Wire alice = server.wire(KEY).in("alice", PASSWORD)) {
      alice.send("CERT ADD").until(" NOTE CERT DONE ADD ");
      code = alice.ask("CODE", " NOTE CODE CODE alice ", 5);
      token = alice.ask("SESSIONS TOKEN", " NOTE SESSIONS TOKEN alice*1 ", 5);
      alice.send("OPER alice " + WRONG).until(" 464 ");
      alice.send("OPER alice " + PASSWORD).until(" 381 ");
    }
    byPlain("alice", WRONG);
    byPlain("nobody", WRONG);
    twice("alice", code);
    twice("alice*1", token);
    byScram("SCRAM-SHA-256", WRONG);
    byScram("SCRAM-SHA-256", PASSWORD);
    byScram("SCRAM-SHA-256-PLUS", PASSWORD);
    byCertificate();
    assertWritten(
        """
        log-in-failed EXTERNAL wrong-certificate
        logged-in alice PLAIN
        certificate-added alice
        code-made alice
        log-in-failed alice PLAIN wrong-password
        operator-up alice to-operator
        log-in-failed alice PLAIN wrong-password
        log-in-failed PLAIN wrong-password
        logged-in alice CODE
        log-in-failed alice CODE wrong-code
        logged-in alice TOKEN
        log-in-failed alice TOKEN wrong-token
        log-in-failed alice SCRAM-SHA-256 wrong-proof
        logged-in alice SCRAM-SHA-256
        logged-in alice SCRAM-SHA-256-PLUS
        logged-in alice EXTERNAL
        """);
  }

  @Test
  void whatIsDoneByABorrowedRightIsWrittenDownAsTheDoingOfItsOwner() throws IOException {
    server.close();
    server =
        IdentityServer.start(
            data, "operators=[{account: alice, role: operator}]", "accounts.login=optional");
    try (Wire guest = server.wire()) {
      guest.send("NICK guest").send("USER g 0 * :G").until(" 001 guest ");
      guest.send("OPER alice " + PASSWORD).until(" 381 ");
      guest.send("ACCOUNT INVITE").until(" NOTE ACCOUNT INVITATION ");
    }
    await()
        .untilAsserted(
            () ->
                assertThat(Files.readAllLines(data.resolve("audit/audit.jsonl")))
                    .last()
                    .asString()
                    .contains("\"event\":\"invitation-made\",\"by\":\"alice\""));
  }

  /** These are the last lines, in this order. */
  private void assertWritten(String expected) {
    List<String> lines = expected.lines().toList();
    await()
        .untilAsserted(
            () ->
                assertThat(Files.readAllLines(data.resolve("audit/audit.jsonl")))
                    .extracting(AuditTest::words)
                    .endsWith(lines.toArray(String[]::new)));
  }

  /** What happened, whose account it was, and how. */
  private static String words(String line) {
    StringBuilder words = new StringBuilder();
    for (String key : List.of("event", "account", "mechanism", "detail")) {
      int at = line.indexOf('"' + key + "\":\"");
      if (at >= 0) {
        int from = at + key.length() + 4;
        words.append(words.isEmpty() ? "" : " ").append(line, from, line.indexOf('"', from));
      }
    }
    return words.toString();
  }

  @Test
  void anAnswerToAnotherNonceIsNoProof() throws Exception {
    try (Wire wire = server.wire().begun("alice")) {
      ScramClient scram = scram(wire, "SCRAM-SHA-256", PASSWORD);
      scram.serverFirstMessage(firstOf(wire, scram));
      String last = scram.clientFinalMessage().toString();
      wire.authenticate(last.replaceFirst(",r=[^,]*", ",r=anotherNonceAltogether"));
      assertThat(wire.challenge()).isEqualTo("e=other-error");
      wire.until(" 904 ");
    }
  }
}
