package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import conclave.client.TrustRefused.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
  @TempDir Path folder;
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final TestCertificate other = TestCertificate.forHost("localhost");
  private FakeServer server;
  private KnownHosts known;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
    known = KnownHosts.ofUser(Map.of("XDG_CONFIG_HOME", folder.toString()), "/nowhere");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void thePinnedCertificateIsTrusted() {
    assertTrusted(Trust.pinned(certificate.fingerprint()));
  }

  @Test
  void anyOtherThanThePinnedOneIsRefusedBeforeAWordIsSaid() {
    TrustRefused refused = refusal(Trust.pinned(other.fingerprint()));

    assertThat(refused.reason()).isEqualTo(Reason.NOT_THE_PIN);
    assertThat(refused.shown()).isEqualTo(certificate.fingerprint());
    assertThat(refused.expected()).contains(other.fingerprint());
    assertThat(server.received).isEmpty();
  }

  @Test
  void aGivenAuthorityVouchesForItsCertificates() throws Exception {
    assertTrusted(Trust.issuedBy(certificate.writePem(folder.resolve("ca.pem"))));
  }

  @Test
  void anotherAuthorityDoesNot() throws Exception {
    Trust trust = Trust.issuedBy(other.writePem(folder.resolve("ca.pem")));

    assertThat(refusal(trust).reason()).isEqualTo(Reason.NOT_VERIFIED);
  }

  @Test
  void anAuthorityVouchesForNoOtherHost() throws Exception {
    TestCertificate elsewhere = TestCertificate.forHost("elsewhere.example");
    server.close();
    server = new FakeServer(elsewhere, 0);
    Trust trust = Trust.issuedBy(elsewhere.writePem(folder.resolve("ca.pem")));

    TrustRefused refused = refusal(trust);

    assertThat(refused.reason()).isEqualTo(Reason.NOT_VERIFIED);
    assertThat(refused).hasMessageContaining("localhost");
  }

  @Test
  void anUnknownServerIsRefusedUntilItIsRemembered() throws Exception {
    Trust trust = Trust.onFirstUse(server.address(), known);
    assertThat(refusal(trust).reason()).isEqualTo(Reason.UNKNOWN);

    known.remember(server.address(), certificate.fingerprint());

    assertTrusted(trust);
    assertThat(known.file()).isEqualTo(folder.resolve("conclave/known_hosts"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(known.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void aChangedCertificateIsRefusedWithBothFingerprints() throws Exception {
    known.remember(server.address(), other.fingerprint());

    TrustRefused refused = refusal(Trust.onFirstUse(server.address(), known));

    assertThat(refused.reason()).isEqualTo(Reason.CHANGED);
    assertThat(refused.shown()).isEqualTo(certificate.fingerprint());
    assertThat(refused.expected()).contains(other.fingerprint());
  }

  @Test
  void aKnownHostsFileThatMakesNoSenseTrustsNobody() throws Exception {
    known.remember(server.address(), certificate.fingerprint());
    Files.writeString(known.file(), server.address() + " garbage\n");

    IOException failed =
        catchThrowableOfType(
            IOException.class, () -> Link.open(server.address(), trustOnFirstUse()));

    assertThat(failed).hasMessageContaining("known_hosts");
  }

  @Test
  void rememberingReplacesOnlyTheSameServer() throws Exception {
    ServerAddress elsewhere = ServerAddress.parse("[2001:db8::1]:7000");
    known.remember(elsewhere, other.fingerprint());
    known.remember(server.address(), other.fingerprint());

    known.remember(server.address(), certificate.fingerprint());

    assertThat(known.find(server.address())).contains(certificate.fingerprint());
    assertThat(known.find(elsewhere)).contains(other.fingerprint());
    assertThat(Files.readAllLines(known.file())).hasSize(2);
  }

  private Trust trustOnFirstUse() {
    return Trust.onFirstUse(server.address(), known);
  }

  private void assertTrusted(Trust trust) {
    assertThatCode(() -> Link.open(server.address(), trust).close()).doesNotThrowAnyException();
  }

  private TrustRefused refusal(Trust trust) {
    return catchThrowableOfType(
        TrustRefused.class, () -> Link.open(server.address(), trust).close());
  }
}
