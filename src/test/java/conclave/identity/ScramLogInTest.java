package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ongres.scram.client.ScramClient;
import com.ongres.scram.common.util.TlsServerEndpoint;
import conclave.Needles;
import conclave.client.Credentials;
import conclave.client.Fingerprint;
import conclave.client.LogInRefused;
import conclave.client.ServerAddress;
import conclave.client.Session;
import conclave.client.Trust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScramLogInTest {
  private static final String PASSWORD = Needles.PASSWORD_WITH_SPACE;

  @TempDir static Path data;
  private static IdentityServer server;

  @BeforeAll
  static void start() throws IOException {
    server = IdentityServer.start(data);
    server.account("alice", PASSWORD);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Wire begun() throws IOException {
    Wire wire = server.wire();
    wire.send("CAP LS 302").send("NICK alice").send("USER alice 0 * :Alice");
    wire.send("CAP REQ :sasl").until("ACK");
    return wire;
  }

  private static ScramClient client(Wire wire, String mechanism, String name, String password)
      throws Exception {
    return ScramClient.builder()
        .advertisedMechanisms(List.of(mechanism))
        .username(name)
        .password(password.toCharArray())
        .channelBinding(
            "tls-server-end-point", TlsServerEndpoint.getChannelBindingData(wire.certificate()))
        .build();
  }

  private static String first(Wire wire, ScramClient scram) throws Exception {
    wire.send("AUTHENTICATE " + scram.getScramMechanism().getName()).challenge();
    wire.authenticate(scram.clientFirstMessage().toString());
    return wire.challenge();
  }

  @Test
  void theMechanismsAreListed() throws IOException {
    try (Wire wire = begun()) {
      assertThat(String.join("\n", wire.heard()))
          .contains("sasl=PLAIN,SCRAM-SHA-256,SCRAM-SHA-256-PLUS");
      wire.send("AUTHENTICATE GSSAPI").until(" 908 * PLAIN,SCRAM-SHA-256,SCRAM-SHA-256-PLUS :");
      wire.until(" 904 ");
    }
  }

  @Test
  void withChannelBindingTheServerProvesItselfToo() throws Exception {
    try (Wire wire = begun()) {
      ScramClient scram = client(wire, "SCRAM-SHA-256-PLUS", "alice", PASSWORD);
      scram.serverFirstMessage(first(wire, scram));
      wire.authenticate(scram.clientFinalMessage().toString());
      scram.serverFinalMessage(wire.challenge());
      assertThat(wire.heardUpToNow()).isEmpty();
      wire.send("AUTHENTICATE +").until(" 900 ");
      wire.until(" 903 ");
      wire.send("CAP END").until(" 001 alice ");
    }
  }

  @Test
  void withoutChannelBindingTheNameMayBeInAnyCase() throws Exception {
    try (Wire wire = begun()) {
      ScramClient scram =
          ScramClient.builder()
              .advertisedMechanisms(List.of("SCRAM-SHA-256"))
              .username("ALICE")
              .password(PASSWORD.toCharArray())
              .build();
      scram.serverFirstMessage(first(wire, scram));
      wire.authenticate(scram.clientFinalMessage().toString());
      scram.serverFinalMessage(wire.challenge());
      wire.send("AUTHENTICATE +").until(" 900 * alice!alice@user/alice alice :");
      wire.until(" 903 ");
    }
  }

  @Test
  void aNameOfAnyScriptIsOneHoweverItIsTyped() throws Exception {
    server.account("Zoë", PASSWORD);
    for (String typed : List.of("ZOË", "zoe\u0308")) {
      try (Wire wire = begun()) {
        ScramClient scram = client(wire, "SCRAM-SHA-256-PLUS", typed, PASSWORD);
        scram.serverFirstMessage(first(wire, scram));
        wire.authenticate(scram.clientFinalMessage().toString());
        scram.serverFinalMessage(wire.challenge());
        wire.send("AUTHENTICATE +").until(" 900 * Zoë!alice@user/Zoë Zoë :");
        wire.send("CAP END").until(" 001 Zoë ");
      }
      try (Wire wire = begun()) {
        wire.plain(typed, PASSWORD).until(" 900 * Zoë!alice@user/Zoë Zoë :");
        wire.send("CAP END").until(" 001 Zoë ");
      }
    }
  }

  @Test
  void whoCouldBindAndIsToldThatTheServerCannotNoticesNothingButTheServerDoes() throws Exception {
    try (Wire wire = begun()) {
      wire.send("AUTHENTICATE SCRAM-SHA-256").challenge();
      wire.authenticate("y,,n=alice,r=abcdef");
      assertThat(wire.challenge()).isEqualTo("e=server-does-support-channel-binding");
      wire.until(" 904 ");
    }
  }

  @Test
  void aWrongPasswordIsToldAtTheProofAndThreeOfThemEndTheConnection() throws Exception {
    try (Wire wire = begun()) {
      for (int i = 0; i < 3; i++) {
        ScramClient scram = client(wire, "SCRAM-SHA-256-PLUS", "alice", Needles.WRONG_PASSWORD);
        scram.serverFirstMessage(first(wire, scram));
        wire.authenticate(scram.clientFinalMessage().toString());
        assertThat(wire.challenge()).isEqualTo("e=invalid-proof");
        wire.until(" 904 ");
      }
      wire.until("ERROR :Too many wrong passwords");
    }
  }

  @Test
  void whoDoesNotExistIsAskedTheSameEveryTime() throws Exception {
    String[] asked = new String[2];
    for (int i = 0; i < 2; i++) {
      try (Wire wire = begun()) {
        ScramClient scram = client(wire, "SCRAM-SHA-256-PLUS", i == 0 ? "nobody" : "NOBODY", "pw");
        String challenge = first(wire, scram);
        asked[i] = challenge.substring(challenge.indexOf(",s="));
        scram.serverFirstMessage(challenge);
        wire.authenticate(scram.clientFinalMessage().toString());
        assertThat(wire.challenge()).isEqualTo("e=invalid-proof");
        wire.until(" 904 ");
      }
    }
    assertThat(asked[0]).isEqualTo(asked[1]).endsWith(",i=10000");
  }

  @Test
  void aProofForAnotherServerIsNoProof() throws Exception {
    try (Wire wire = begun()) {
      ScramClient scram =
          ScramClient.builder()
              .advertisedMechanisms(List.of("SCRAM-SHA-256-PLUS"))
              .username("alice")
              .password(PASSWORD.toCharArray())
              .channelBinding("tls-server-end-point", new byte[32])
              .build();
      scram.serverFirstMessage(first(wire, scram));
      wire.authenticate(scram.clientFinalMessage().toString());
      assertThat(wire.challenge()).isEqualTo("e=channel-bindings-dont-match");
      wire.until(" 904 ");
    }
  }

  @Test
  void aLongNonceComesBackInPieces() throws Exception {
    try (Wire wire = begun()) {
      wire.send("AUTHENTICATE SCRAM-SHA-256").challenge();
      String nonce = "n".repeat(1_000);
      wire.authenticate("n,,n=alice,r=" + nonce);
      assertThat(wire.challenge()).startsWith("r=" + nonce);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"!!!not base64!!!", "biws", "/////w==", "+"})
  void whatIsNoMessageFails(String data) throws IOException {
    try (Wire wire = begun()) {
      wire.send("AUTHENTICATE SCRAM-SHA-256").challenge();
      wire.send("AUTHENTICATE " + data).until(" 904 ");
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.send("AUTHENTICATE " + data).until(" 904 ");
    }
  }

  @Test
  void whatIsTooLongIsRefused() throws IOException {
    try (Wire wire = begun()) {
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.send("AUTHENTICATE " + "A".repeat(401)).until(" 905 ");
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.authenticate("\0alice\0" + "x".repeat(10_000)).until(" 905 ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", Needles.WRONG_PASSWORD})
  void aWrongPasswordInPlainFails(String password) throws IOException {
    try (Wire wire = begun()) {
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.authenticate("\0alice\0" + password).until(" 904 ");
    }
  }

  @Test
  void anExchangeMayBeGivenUpAndIsGivenUpAtTheEndOfNegotiation() throws Exception {
    try (Wire wire = begun()) {
      wire.send("AUTHENTICATE SCRAM-SHA-256").challenge();
      wire.send("AUTHENTICATE *").until(" 906 ");
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.send("CAP END").until(" 906 ");
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.authenticate("\0alice\0" + PASSWORD).until(" 903 ");
      wire.send("AUTHENTICATE PLAIN").challenge();
      wire.authenticate("\0alice\0" + PASSWORD).until(" 903 ");
    }
  }

  private static Session session(String name, String password) {
    ServerAddress address = new ServerAddress(name, "::1", server.port());
    return new Session(
        address,
        Trust.pinned(Fingerprint.parse(server.fingerprint())),
        new Credentials(name, password),
        event -> {});
  }

  @Test
  void theBundledClientLogsInWithoutSendingThePassword() throws Exception {
    try (Session session = session("alice", PASSWORD)) {
      session.start(List.of());
      assertThat(session.nick()).isEqualTo("alice");
    }
  }

  @Test
  void theBundledClientKnowsItselfInAnyCase() throws Exception {
    server.account("Ünal", PASSWORD);
    try (Session session = session("ÜNAL", PASSWORD)) {
      session.start(List.of());
      assertThat(session.nick()).isEqualTo("Ünal");
    }
  }

  @Test
  void theBundledClientTellsThatThePasswordIsWrong() {
    try (Session session = session("alice", Needles.WRONG_PASSWORD)) {
      assertThatThrownBy(() -> session.start(List.of()))
          .isInstanceOfSatisfying(
              LogInRefused.class, refused -> assertThat(refused.wrongPassword()).isTrue());
    }
  }
}
