package conclave.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A certificate by which a server knows its user, and the key that proves it. */
public final class ClientCertificate {
  private static final char[] NO_PASSWORD = new char[0];
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  /** The kinds of key that TLS knows, each with a way to sign. */
  private static final Map<String, String> SIGNATURES =
      Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA", "EdDSA", "EdDSA");

  private final KeyManager[] managers;

  private ClientCertificate(KeyManager[] managers) {
    this.managers = managers;
  }

  /**
   * Reads both.
   *
   * @param certificate PEM, with its chain if there is one
   * @param key PEM, PKCS#8 without a password
   * @throws IOException saying what is wrong with which file, for people
   */
  public static ClientCertificate read(Path certificate, Path key) throws IOException {
    Certificate[] chain = chain(certificate);
    PrivateKey secret = key(key);
    try {
      if (!belongTogether(chain[0], secret)) {
        throw new IOException(key + " is not the key of " + certificate);
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("user", secret, NO_PASSWORD, chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, NO_PASSWORD);
      return new ClientCertificate(factory.getKeyManagers());
    } catch (GeneralSecurityException e) {
      throw new IOException(key + " is not the key of " + certificate, e);
    }
  }

  KeyManager[] managers() {
    return managers.clone();
  }

  private static Certificate[] chain(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(in)
              .toArray(new Certificate[0]);
      if (chain.length == 0) {
        throw new IOException(file + " holds no certificate");
      }
      return chain;
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no certificate in PEM", e);
    }
  }

  private static PrivateKey key(Path file) throws IOException {
    Matcher pem = KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!pem.find()) {
      throw new IOException(
          file
              + " holds no key in PKCS#8 without a password (BEGIN PRIVATE KEY);"
              + " openssl pkcs8 -topk8 -nocrypt makes one");
    }
    byte[] encoded = Base64.getMimeDecoder().decode(pem.group(1));
    return SIGNATURES.keySet().stream()
        .flatMap(kind -> keyOf(kind, encoded).stream())
        .findFirst()
        .orElseThrow(() -> new IOException(file + " holds no key of EC, RSA or Ed25519"));
  }

  /** The key, if it is of this kind. */
  private static Optional<PrivateKey> keyOf(String kind, byte[] encoded) {
    try {
      return Optional.of(
          KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static boolean belongTogether(Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    String algorithm = SIGNATURES.getOrDefault(key.getAlgorithm(), key.getAlgorithm());
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    byte[] signed = signature.sign(); // of nothing: only the pair is asked about
    signature.initVerify(certificate);
    return signature.verify(signed);
  }
}
