package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import conclave.client.FakeServer;
import conclave.client.Fingerprint;
import conclave.client.KnownHosts;
import conclave.client.Link;
import conclave.client.ServerAddress;
import conclave.client.TestCertificate;
import conclave.client.Trust;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustQuestionTest {
  @TempDir Path folder;
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private FakeServer server;
  private KnownHosts known;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
    known = new KnownHosts(folder.resolve("known_hosts"));
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void yesRemembersTheCertificateThatWasShown() throws Exception {
    FakeScreen screen = new FakeScreen(true, "y", "yes");

    assertThat(settle(screen)).isTrue();

    assertThat(known.find(server.address())).contains(certificate.fingerprint());
    assertThat(screen.shown).anyMatch(line -> line.contains(certificate.fingerprint().toString()));
  }

  @Test
  void noAndTheEndOfInputRememberNothing() throws Exception {
    assertThat(settle(new FakeScreen(true, "no"))).isFalse();
    assertThat(settle(new FakeScreen(true))).isFalse();

    assertThat(known.find(server.address())).isEmpty();
  }

  @Test
  void aScriptIsNotAskedButToldWhatHelps() throws Exception {
    FakeScreen screen = new FakeScreen(false, "yes");

    assertThat(settle(screen)).isFalse();

    assertThat(known.find(server.address())).isEmpty();
    assertThat(screen.shown).anyMatch(line -> line.contains("--pin"));
  }

  @Test
  void aChangedCertificateIsNeverAQuestion() throws Exception {
    Fingerprint before = TestCertificate.forHost("localhost").fingerprint();
    known.remember(server.address(), before);
    FakeScreen screen = new FakeScreen(true, "yes");

    assertThat(settle(screen)).isFalse();

    assertThat(known.find(server.address())).contains(before);
    assertThat(String.join("\n", screen.shown))
        .contains(
            "CHANGED", before.toString(), certificate.fingerprint().toString(), "known_hosts");
  }

  private boolean settle(Screen screen) throws IOException {
    ServerAddress address = server.address();
    TrustRefused refused =
        catchThrowableOfType(
            TrustRefused.class, () -> Link.open(address, Trust.onFirstUse(address, known)).close());
    return new TrustQuestion(screen, known).settle(address, refused);
  }
}
