package conclave.client;

import conclave.client.TrustRefused.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates a server may show. The decision falls inside the handshake, so that nothing is
 * sent to a server that is not trusted; a question to the user comes after that connection's end.
 */
public final class Trust {
  private final X509ExtendedTrustManager manager;

  private Trust(X509ExtendedTrustManager manager) {
    this.manager = manager;
  }

  /** Exactly this certificate, whatever it says of itself. */
  public static Trust pinned(Fingerprint pin) {
    return new Trust(
        new ServerCertificates(
            (chain, authType, socket) -> {
              Fingerprint shown = Fingerprint.of(chain[0]);
              if (!shown.equals(pin)) {
                throw new TrustRefused(
                    Reason.NOT_THE_PIN, shown, Optional.of(pin), "not the pinned certificate");
              }
            }));
  }

  /**
   * Certificates issued under one of those in the file, for the server's name.
   *
   * @param file PEM, one certificate or several
   * @throws IOException if the file can't be read or holds no certificate
   */
  public static Trust issuedBy(Path file) throws IOException {
    X509ExtendedTrustManager authorities = authorities(authoritiesIn(file));
    return new Trust(
        new ServerCertificates(
            (chain, authType, socket) -> {
              try {
                authorities.checkServerTrusted(chain, authType, socket);
              } catch (CertificateException e) {
                throw new TrustRefused(
                    Reason.NOT_VERIFIED, Fingerprint.of(chain[0]), Optional.empty(), why(e));
              }
            }));
  }

  /** Certificates that the system vouches for, or that the user accepted earlier. */
  public static Trust onFirstUse(ServerAddress server, KnownHosts known) {
    X509ExtendedTrustManager system = authorities(null);
    return new Trust(
        new ServerCertificates(
            (chain, authType, socket) -> {
              try {
                system.checkServerTrusted(chain, authType, socket);
              } catch (CertificateException e) {
                checkRemembered(Fingerprint.of(chain[0]), server, known, why(e));
              }
            }));
  }

  /**
   * Connects once, and ends: the certificate that the server shows, which is a trusted one.
   *
   * @throws TrustRefused if it is not
   */
  public Fingerprint shownBy(ServerAddress server) throws IOException, TrustRefused {
    try (TlsTransport connection = TlsTransport.open(server, this, Optional.empty())) {
      return connection.certificate();
    }
  }

  /** Makes sockets that check servers so, and show this certificate to those that ask for one. */
  SSLSocketFactory sockets(Optional<ClientCertificate> certificate) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = certificate.map(ClientCertificate::managers).orElse(null);
      context.init(keys, new TrustManager[] {manager}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static void checkRemembered(
      Fingerprint shown, ServerAddress server, KnownHosts known, String why)
      throws CertificateException {
    Optional<Fingerprint> remembered;
    try {
      remembered = known.find(server);
    } catch (IOException e) {
      throw new CertificateException("cannot read the known hosts: " + e.getMessage(), e);
    }
    if (remembered.isEmpty()) {
      throw new TrustRefused(Reason.UNKNOWN, shown, remembered, why);
    }
    if (!remembered.get().equals(shown)) {
      throw new TrustRefused(Reason.CHANGED, shown, remembered, why);
    }
  }

  private static String why(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static KeyStore authoritiesIn(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry(Fingerprint.of((X509Certificate) certificate).hex(), certificate);
      }
      if (store.size() == 0) {
        throw new IOException(file + " holds no certificate");
      }
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(file + " holds no certificates in PEM: " + why(e), e);
    }
  }

  /** The JDK's own check of chain and host name, under these authorities or the system's. */
  private static X509ExtendedTrustManager authorities(@Nullable KeyStore store) {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager candidate : factory.getTrustManagers()) {
        if (candidate instanceof X509ExtendedTrustManager found) {
          return found;
        }
      }
      throw new IllegalStateException("this Java checks no certificates");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java checks no certificates", e);
    }
  }
}
