package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateLogInTest {
  @TempDir Path folder;
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final TestCertificate alices = TestCertificate.forHost("alice");
  private final HeardEvents heard = new HeardEvents();
  private FakeServer server;
  private Path pem;
  private Path key;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
    pem = alices.writePem(folder.resolve("alice.pem"));
    key = alices.writeKey(folder.resolve("alice.key"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void aCertificateStandsInForThePassword() throws Exception {
    try (Session session = session("alice")) {
      session.start(List.of());
    }
    assertThat(heard.of(Event.Connected.class)).containsExactly(new Event.Connected("alice", true));
    assertThat(server.received)
        .contains("AUTHENTICATE EXTERNAL", "AUTHENTICATE YWxpY2U=")
        .noneMatch(line -> line.startsWith("SESSIONS"));
  }

  @Test
  void theServerTellsWhoseItIsWhereNoNameIsGiven() throws Exception {
    try (Session session = session("")) {
      session.start(List.of());
    }
    assertThat(heard.of(Event.Connected.class)).containsExactly(new Event.Connected("alice", true));
    assertThat(server.received).contains("AUTHENTICATE +", "NICK alice");
  }

  @Test
  void aServerThatTakesNoCertificatesIsLeft() throws Exception {
    for (Set<String> none : List.of(Set.of("sasl=PLAIN", "batch"), Set.of("batch"), Set.of("no"))) {
      server.capabilities = none;
      try (Session session = session("alice")) {
        assertThatThrownBy(() -> session.start(List.of()))
            .isInstanceOf(LogInRefused.class)
            .hasMessageContaining("takes no certificates");
      }
    }
  }

  @Test
  void filesThatAreOfNoUseAreNamed() throws Exception {
    Path other = TestCertificate.forHost("bob").writeKey(folder.resolve("bob.key"));
    Path junk = Files.writeString(folder.resolve("junk"), "hello");
    Path broken =
        Files.writeString(
            folder.resolve("broken"),
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

    assertThatThrownBy(() -> ClientCertificate.read(pem, other))
        .isInstanceOf(IOException.class)
        .hasMessage(other + " is not the key of " + pem);
    assertThatThrownBy(() -> ClientCertificate.read(pem, junk))
        .hasMessageStartingWith(junk + " holds no key in PKCS#8");
    assertThatThrownBy(() -> ClientCertificate.read(pem, broken))
        .hasMessage(broken + " holds no key of EC, RSA or Ed25519");
    assertThatThrownBy(() -> ClientCertificate.read(junk, key))
        .hasMessageStartingWith(junk + " holds no certificate");
    assertThatThrownBy(() -> ClientCertificate.read(folder.resolve("none"), key))
        .isInstanceOf(IOException.class);
  }

  private Session session(String account) throws IOException {
    Credentials own = Credentials.certified(account, ClientCertificate.read(pem, key));
    Trust trust = Trust.pinned(certificate.fingerprint());
    return new Session(server.address(), trust, Keyring.of(own), heard);
  }
}
