package conclave.cluster;

import conclave.config.ClusterConfig;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/**
 * What a node shows to others, and whom it believes. It is in memory alone: no copy of the key is
 * written anywhere.
 */
final class NodeKeys {
  private static final char[] IN_MEMORY = new char[0];

  private final PrivateKey key;
  private final List<Certificate> chain;
  private final List<Certificate> authorities;

  private NodeKeys(PrivateKey key, List<Certificate> chain, List<Certificate> authorities) {
    this.key = key;
    this.chain = chain;
    this.authorities = authorities;
  }

  /**
   * Reads the files of the configuration. Blocks.
   *
   * @throws IOException with a sentence that names the key of the configuration
   */
  static NodeKeys of(ClusterConfig config) throws IOException {
    NodeKeys keys =
        new NodeKeys(
            privateKey(file("cluster.key", config.key())),
            certificates("cluster.certificate", config.certificate()),
            certificates("cluster.ca", config.ca()));
    if (!keys.belongTogether()) {
      throw new IOException("cluster.key: is not the key of cluster.certificate");
    }
    return keys;
  }

  private boolean belongTogether() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      byte[] signed = signature.sign(); // of nothing: only the pair is asked about
      signature.initVerify(chain.get(0));
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static Path file(String name, Optional<Path> given) throws IOException {
    return given.orElseThrow(() -> new IOException(name + ": is needed"));
  }

  private static PrivateKey privateKey(Path file) throws IOException {
    String words = "cluster.key: " + file + " has no private key in PEM that can be read";
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
        PEMParser parser = new PEMParser(reader)) {
      JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
      for (Object item = parser.readObject(); item != null; item = parser.readObject()) {
        if (item instanceof PEMKeyPair pair) {
          return converter.getPrivateKey(pair.getPrivateKeyInfo());
        }
        if (item instanceof PrivateKeyInfo info) {
          return converter.getPrivateKey(info);
        }
      }
    } catch (IOException e) {
      throw new IOException(words, e);
    }
    throw new IOException(words);
  }

  private static List<Certificate> certificates(String name, Optional<Path> given)
      throws IOException {
    Path file = file(name, given);
    try (InputStream in = Files.newInputStream(file)) {
      List<Certificate> all =
          List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
      if (!all.isEmpty()) {
        return all;
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(name + ": " + file + " is no certificate in PEM", e);
    }
    throw new IOException(name + ": " + file + " has no certificate");
  }

  /** For sockets of the JDK. */
  SSLContext context() throws GeneralSecurityException, IOException {
    KeyStore own = empty();
    own.setKeyEntry("node", key, IN_MEMORY, chain.toArray(Certificate[]::new));
    KeyManagerFactory shown =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(own, IN_MEMORY);
    KeyStore trusted = empty();
    for (int i = 0; i < authorities.size(); i++) {
      trusted.setCertificateEntry("ca-" + i, authorities.get(i));
    }
    TrustManagerFactory believed =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    believed.init(trusted);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    TrustManager[] peers =
        Stream.of(believed.getTrustManagers())
            .map(one -> one instanceof X509ExtendedTrustManager inner ? new PeerTrust(inner) : one)
            .toArray(TrustManager[]::new);
    context.init(shown.getKeyManagers(), peers, new SecureRandom());
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  /** For sockets of Vert.x: what this node shows. */
  PemKeyCertOptions shown() throws GeneralSecurityException {
    Buffer certificates = Buffer.buffer();
    for (Certificate each : chain) {
      certificates.appendBuffer(pem("CERTIFICATE", each.getEncoded()));
    }
    return new PemKeyCertOptions()
        .addCertValue(certificates)
        .addKeyValue(pem("PRIVATE KEY", key.getEncoded()));
  }

  /** For sockets of Vert.x: whom it believes. */
  PemTrustOptions believed() throws GeneralSecurityException {
    PemTrustOptions options = new PemTrustOptions();
    for (Certificate each : authorities) {
      options.addCertValue(pem("CERTIFICATE", each.getEncoded()));
    }
    return options;
  }

  private static Buffer pem(String what, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Buffer.buffer(
        "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n");
  }
}
