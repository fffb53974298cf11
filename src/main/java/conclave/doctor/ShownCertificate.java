package conclave.doctor;

import conclave.config.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What whoever listens on this machine shows to those who come. */
final class ShownCertificate {
  private static final int PATIENCE_MILLIS = 3_000;

  private ShownCertificate() {}

  /** The fingerprint of the certificate; nothing where no TLS is spoken. */
  static Optional<String> at(Endpoint endpoint) {
    try (Socket plain = new Socket()) {
      plain.connect(
          new InetSocketAddress(reached(endpoint.host()), endpoint.port()), PATIENCE_MILLIS);
      plain.setSoTimeout(PATIENCE_MILLIS);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
      try (SSLSocket socket =
          (SSLSocket)
              context
                  .getSocketFactory()
                  .createSocket(plain, endpoint.host(), endpoint.port(), true)) {
        socket.startHandshake();
        return Certificates.fingerprint(socket.getSession().getPeerCertificates()[0]);
      }
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Who listens on all addresses is reached at that of the machine itself. */
  private static InetAddress reached(String host) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    return address.isAnyLocalAddress()
        ? InetAddress.getByName(host.contains(":") ? "::1" : "127.0.0.1")
        : address;
  }

  /** Nothing is said to it: the certificate is only looked at. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
      // it is held against the file
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      // as above
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {
      // as above
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {
      // nobody comes
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
      // nobody comes
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {
      // nobody comes
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
