package conclave.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateCheckTest {
  private static final Duration LIFE = Duration.ofDays(90);

  @TempDir Path data;
  private Ward ward;
  private KeyPair authority;
  private KeyPair own;

  @BeforeEach
  void keys() throws Exception {
    ward = new Ward(data);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    authority = generator.generateKeyPair();
    own = generator.generateKeyPair();
  }

  private static X509Certificate certificate(
      String subject, KeyPair keys, String issuer, PrivateKey by, Instant begin, String... names)
      throws Exception {
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            new X500Principal("CN=" + issuer),
            BigInteger.ONE,
            Date.from(begin),
            Date.from(begin.plus(LIFE)),
            new X500Principal("CN=" + subject),
            keys.getPublic());
    GeneralName[] all = new GeneralName[names.length];
    for (int i = 0; i < names.length; i++) {
      all[i] = new GeneralName(GeneralName.dNSName, names[i]);
    }
    if (names.length > 0) {
      builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
    }
    return new JcaX509CertificateConverter()
        .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
  }

  private X509Certificate leaf(Instant begin, String... names) throws Exception {
    return certificate("leaf", own, "ca", authority.getPrivate(), begin, names);
  }

  private X509Certificate issuer() throws Exception {
    return certificate("ca", authority, "root", authority.getPrivate(), Ward.NOW);
  }

  private String[] files(KeyPair keys, X509Certificate... chain) throws Exception {
    StringBuilder all = new StringBuilder();
    for (X509Certificate one : chain) {
      all.append(pem("CERTIFICATE", one.getEncoded()));
    }
    Files.writeString(data.resolve("chain.pem"), all);
    Files.writeString(data.resolve("key.pem"), pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    return new String[] {
      "tls.certificate=" + data.resolve("chain.pem"),
      "tls.key=" + data.resolve("key.pem"),
      "server.name=chat.example.org"
    };
  }

  private static String pem(String what, byte[] der) {
    String lines = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
  }

  @Test
  void aCertificateThatClientsCanTrustIsWell() throws Exception {
    String[] sets = files(own, leaf(Ward.NOW, "chat.example.org"), issuer());
    assertThat(ward.look(new CertificateCheck(), sets))
        .containsExactly(
            "OK tls.certificate: valid until 2027-02-28T00:00:00Z, 90 days",
            "OK tls.certificate: 2 certificates, each issued by the next",
            "OK tls.certificate: is for chat.example.org");
    sets = files(own, leaf(Ward.NOW, "*.example.org"), issuer());
    assertThat(ward.look(new CertificateCheck(), sets).get(2)).startsWith("OK ");
  }

  @Test
  void whenItEndsIsSaidInTime() throws Exception {
    String[] sets = files(own, leaf(Ward.NOW, "chat.example.org"), issuer());
    ward.now = Ward.NOW.plus(Duration.ofDays(76));
    assertThat(ward.look(new CertificateCheck(), sets).get(0))
        .startsWith("WARNING tls.certificate: valid until 2027-02-28T00:00:00Z, 14 days");
    ward.now = Ward.NOW.plus(Duration.ofDays(91));
    assertThat(ward.look(new CertificateCheck(), sets).get(0))
        .startsWith("PROBLEM tls.certificate: expired 2027-02-28T00:00:00Z. Renew it, then");
    ward.now = Ward.NOW.minusSeconds(60);
    assertThat(ward.look(new CertificateCheck(), sets).get(0))
        .startsWith("PROBLEM tls.certificate: is not valid before 2026-11-30T00:00:00Z");
  }

  @Test
  void aChainThatIsNoneIsSaid() throws Exception {
    X509Certificate leaf = leaf(Ward.NOW, "chat.example.org");
    String[] sets = files(own, leaf, certificate("x", own, "y", own.getPrivate(), Ward.NOW));
    assertThat(ward.look(new CertificateCheck(), sets).get(1))
        .startsWith("PROBLEM tls.certificate: number 1 in the file was not issued by number 2. ");
    sets = files(own, leaf);
    assertThat(ward.look(new CertificateCheck(), sets).get(1))
        .startsWith("WARNING tls.certificate: the file has the server's own certificate alone");
    sets = files(own, certificate("a", own, "a", own.getPrivate(), Ward.NOW, "chat.example.org"));
    assertThat(ward.look(new CertificateCheck(), sets).get(1))
        .startsWith("WARNING tls.certificate: self-signed");
  }

  @Test
  void aNameThatIsAnotherIsSaid() throws Exception {
    String[] sets = files(own, leaf(Ward.NOW, "mail.example.org", "*.example.net"), issuer());
    assertThat(ward.look(new CertificateCheck(), sets).get(2))
        .startsWith(
            "WARNING tls.certificate: is for mail.example.org, *.example.net, not"
                + " chat.example.org. ");
    sets = files(own, leaf(Ward.NOW), issuer());
    assertThat(ward.look(new CertificateCheck(), sets).get(2)).contains("is for no name, not");
  }

  @Test
  void aKeyOfAnotherCertificateAndFilesThatAreNoneAreAProblem() throws Exception {
    String[] sets = files(authority, leaf(Ward.NOW, "chat.example.org"), issuer());
    assertThat(ward.look(new CertificateCheck(), sets))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("PROBLEM tls.certificate: ")
        .contains("are no certificate with its key");
    Files.writeString(data.resolve("chain.pem"), "none");
    assertThat(ward.look(new CertificateCheck(), sets))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("PROBLEM tls.certificate: ");
  }

  @Test
  void noneIsMadeByLooking() throws IOException {
    assertThat(ward.look(new CertificateCheck()))
        .containsExactly("OK tls.certificate: none: the first start makes a self-signed one");
    assertThat(data.resolve("tls")).doesNotExist();
  }
}
