package conclave.identity;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.Needles;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever has the key of a certificate that an account knows, needs no password. */
class CertificateLogInTest {
  private static final String PASSWORD = Needles.PASSWORD;
  private static final ClientKey KEY = ClientKey.make("alice");

  @TempDir Path data;
  private IdentityServer server;

  @BeforeEach
  void start() throws IOException {
    server = IdentityServer.start(data);
    server.account("alice", PASSWORD);
    server.account("bob", PASSWORD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void enrol() throws IOException {
    try (Wire alice = server.wire(KEY).in("alice", PASSWORD)) {
      alice.send("CERT ADD").until(" NOTE CERT DONE ADD " + KEY.fingerprint() + " :");
    }
  }

  @Test
  void externalIsOfferedToWhoShowsOneAlone() throws IOException {
    try (Wire without = server.wire().begun("alice");
        Wire with = server.wire(KEY).begun("alice")) {
      assertThat(String.join("\n", without.heard())).doesNotContain("EXTERNAL");
      without.send("AUTHENTICATE EXTERNAL").until(" 908 ");
      without.until(" 904 ");
      assertThat(String.join("\n", with.heard())).contains("sasl=EXTERNAL,PLAIN,");
      with.send("AUTHENTICATE EXTERNAL").challenge();
      with.send("AUTHENTICATE +").until(" 904 ");
    }
  }

  @Test
  void externalLogsInWithAndWithoutAName() throws IOException {
    enrol();
    for (String name : new String[] {"", "alice", "ALICE", "alice@phone"}) {
      try (Wire wire = server.wire(KEY).begun("alice")) {
        wire.send("AUTHENTICATE EXTERNAL").challenge();
        wire.authenticate(name).until(" 900 * alice!alice@user/alice alice :");
        wire.until(" 903 ");
        wire.send("CAP END").until(" 001 alice ");
      }
    }
    try (Wire wire = server.wire(KEY).begun("bob")) {
      wire.send("AUTHENTICATE EXTERNAL").challenge();
      wire.authenticate("bob").until(" 904 ");
    }
  }

  @Test
  void whoHasShownACertificateSeesItInWhois() throws IOException {
    String shown = ":conclave.local 276 alice alice :has client certificate fingerprint ";
    try (Wire alice = server.wire(KEY).in("alice", PASSWORD);
        Wire bob = server.wire().in("bob", PASSWORD)) {
      assertThat(alice.send("WHOIS alice").until(" 276 ")).isEqualTo(shown + KEY.fingerprint());
      bob.send("WHOIS alice").until(" 318 ");
      assertThat(String.join("\n", bob.heard()))
          .contains(" 311 bob alice ")
          .doesNotContain(" 276 ");
    }
  }

  @Test
  void anotherKeyForTheSameNameDoesNot() throws IOException {
    enrol();
    try (Wire wire = server.wire(ClientKey.make("alice")).begun("alice")) {
      wire.send("AUTHENTICATE EXTERNAL").challenge();
      wire.authenticate("alice").until(" 904 ");
    }
  }

  @Test
  void aCertificateLogsOneAccountIn() throws IOException {
    enrol();
    try (Wire bob = server.in("bob", PASSWORD)) {
      bob.send("CERT ADD").until(" FAIL CERT NO_CERTIFICATE :");
      bob.send("CERT ADD " + KEY.fingerprint())
          .until(" FAIL CERT CERTIFICATE_TAKEN " + KEY.fingerprint() + " :");
      bob.send("CERT DEL " + KEY.fingerprint()).until(" FAIL CERT NO_SUCH_CERTIFICATE ");
      bob.send("CERT ADD nonsense").until(" 461 ");
    }
  }

  @Test
  void oneThatWasRemovedLogsNobodyIn() throws IOException {
    enrol();
    try (Wire alice = server.in("alice", PASSWORD);
        Wire wire = server.wire(KEY).begun("alice")) {
      alice.send("CERT").until(" NOTE CERT CERTIFICATE " + KEY.fingerprint() + " :");
      alice.send("CERT DEL " + KEY.fingerprint()).until(" NOTE CERT DONE DEL ");
      alice.send("CERT LIST").until(" NOTE CERT END 0 :");
      wire.send("AUTHENTICATE EXTERNAL").challenge();
      wire.send("AUTHENTICATE +").until(" 904 ");
    }
  }

  @Test
  void theyAreFewEnough() throws IOException {
    try (Wire alice = server.in("alice", PASSWORD)) {
      for (int i = 0; i < 16; i++) {
        alice.send("CERT ADD " + "%064x".formatted(i)).until(" DONE ADD ");
      }
      alice.send("CERT ADD " + "f".repeat(64)).until(" FAIL CERT TOO_MANY_CERTIFICATES 16 :");
    }
  }

  @Test
  void atATerminalLogInIsEnough() throws IOException {
    try (Wire alice = server.wire(KEY)) {
      alice.send("/login").until("! You have shown no certificate");
      alice.send("/login alice").until("The password of alice");
      alice.send(PASSWORD).until("Welcome, alice");
      alice.send("/cert").until("No certificate logs you in");
      alice.send("/cert add").until("That certificate logs you in from now on.");
    }
    try (Wire alice = server.wire(KEY)) {
      alice.send("/login").until("Welcome, alice");
      alice.send("/cert").until(KEY.fingerprint());
    }
    try (Wire alice = server.wire(KEY)) {
      alice.send("/login bob").until("The password of bob");
    }
  }

  @Test
  void itOutlivesARestart() throws IOException {
    enrol();
    server.close();
    server = IdentityServer.start(data);
    try (Wire alice = server.wire(KEY)) {
      alice.send("/login alice").until("Welcome, alice");
    }
  }
}
