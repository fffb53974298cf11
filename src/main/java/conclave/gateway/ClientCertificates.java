package conclave.gateway;

import conclave.account.Fingerprint;
import java.net.Socket;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Takes any certificate that a client shows: the handshake proves that the client has its key, and
 * which account knows it is asked at the log-in. Who issued it tells nothing.
 */
final class ClientCertificates extends X509ExtendedTrustManager {
  /** The certificate that was shown on a connection. */
  static Optional<Fingerprint> of(SSLSession session) {
    try {
      return Optional.of(Fingerprint.of(session.getPeerCertificates()[0].getEncoded()));
    } catch (SSLPeerUnverifiedException | CertificateEncodingException none) {
      return Optional.empty();
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {
    throw servers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {
    throw servers();
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {
    throw servers();
  }

  private static IllegalStateException servers() {
    return new IllegalStateException("servers are not judged here");
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
