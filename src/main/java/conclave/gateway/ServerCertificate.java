package conclave.gateway;

import conclave.account.EndPoint;
import conclave.config.TlsConfig;
import conclave.file.PrivateFiles;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSession;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The certificate that the server shows: the configured one, or a self-signed one of its own.
 * Blocks: files.
 */
public final class ServerCertificate {
  private static final Duration LIFE = Duration.ofDays(3652);
  private static final int SERIAL_BITS = 127;
  private static final Pattern SHA2 = Pattern.compile("SHA-?(224|256|384|512)(?=with|$)");

  private final Buffer chain;
  private final Buffer key;
  private final String fingerprint;
  private final Instant begins;
  private final Instant ends;

  private ServerCertificate(Buffer chain, Buffer key) throws GeneralSecurityException {
    this.chain = chain;
    this.key = key;
    X509Certificate leaf =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(chain.getBytes()));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(leaf.getEncoded());
    check(leaf.getPublicKey());
    this.begins = leaf.getNotBefore().toInstant();
    this.ends = leaf.getNotAfter().toInstant();
    this.fingerprint = HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
  }

  /** The hash of the certificate's signature; SHA-256 for what is older or has none of its own. */
  private static String endPointHash(X509Certificate leaf) {
    Matcher hash = SHA2.matcher(leaf.getSigAlgName());
    return hash.find() ? "SHA-" + hash.group(1) : "SHA-256";
  }

  /** A key that does not belong to the certificate would let nobody in. */
  private void check(PublicKey shown) throws GeneralSecurityException {
    byte[] text = "a text to sign".getBytes(StandardCharsets.US_ASCII);
    Signature signature = Signature.getInstance(algorithm(shown));
    signature.initSign(privateKey());
    signature.update(text);
    byte[] signed = signature.sign();
    signature.initVerify(shown);
    signature.update(text);
    if (!signature.verify(signed)) {
      throw new SignatureException("the key belongs to another certificate");
    }
  }

  private static String algorithm(PublicKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default -> key.getAlgorithm();
    };
  }

  private PrivateKey privateKey() throws GeneralSecurityException {
    try (PEMParser parser = new PEMParser(new StringReader(key.toString()))) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
        if (part instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
      }
      throw new InvalidKeyException("there is no key without a password");
    } catch (IOException e) {
      throw new InvalidKeyException(e.getMessage(), e);
    }
  }

  /**
   * Reads the configured certificate, or the self-signed one in the data folder, which is made
   * where there is none.
   *
   * @param name the server's name, for a new certificate
   * @throws IOException with a sentence for the operator, when a file can't be read, written or
   *     understood
   */
  public static ServerCertificate obtain(TlsConfig config, Path data, String name)
      throws IOException {
    Path chain = config.certificate().orElse(data.resolve("tls/certificate.pem"));
    Path key = config.key().orElse(data.resolve("tls/key.pem"));
    try {
      if (config.certificate().isEmpty() && !(Files.exists(chain) && Files.exists(key))) {
        make(chain, key, name);
      }
      return new ServerCertificate(
          Buffer.buffer(Files.readAllBytes(chain)), Buffer.buffer(Files.readAllBytes(key)));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException(
          chain + " and " + key + " are no certificate with its key: " + e.getMessage(), e);
    }
  }

  private static void make(Path chain, Path key, String name)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair pair = generator.generateKeyPair();
    Instant now = Instant.now();
    var subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(SERIAL_BITS, new SecureRandom()),
            Date.from(now.minus(Duration.ofHours(1))),
            Date.from(now.plus(LIFE)),
            subject,
            pair.getPublic());
    GeneralName[] names = {
      new GeneralName(GeneralName.dNSName, name),
      new GeneralName(GeneralName.dNSName, "localhost"),
      new GeneralName(GeneralName.iPAddress, "::1"),
      new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    };
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    byte[] certificate =
        builder
            .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
            .getEncoded();
    Files.createDirectories(chain.toAbsolutePath().getParent());
    PrivateFiles.write(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    Files.write(chain, pem("CERTIFICATE", certificate));
  }

  private static byte[] pem(String what, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return ("-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** For Vert.x. */
  public PemKeyCertOptions options() {
    return new PemKeyCertOptions().addCertValue(chain).addKeyValue(key);
  }

  /** SHA-256 of the leaf certificate, as {@code openssl x509 -fingerprint} writes it. */
  public String fingerprint() {
    return fingerprint;
  }

  /** From when on clients take it. */
  public Instant begins() {
    return begins;
  }

  /** When it expires. */
  public Instant ends() {
    return ends;
  }

  /** Is it the same certificate with the same key? */
  public boolean isSame(ServerCertificate other) {
    return chain.equals(other.chain) && key.equals(other.key);
  }

  /** What a proof is bound to that is meant for this connection. */
  static Optional<EndPoint> endPoint(SSLSession session) {
    Certificate[] shown = session.getLocalCertificates();
    if (shown == null || shown.length == 0 || !(shown[0] instanceof X509Certificate leaf)) {
      return Optional.empty();
    }
    try {
      MessageDigest digest = MessageDigest.getInstance(endPointHash(leaf));
      return Optional.of(new EndPoint(digest.digest(leaf.getEncoded())));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a certificate that was shown", e);
    }
  }
}
