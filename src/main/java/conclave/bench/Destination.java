package conclave.bench;

import conclave.client.Fingerprint;
import conclave.client.ServerAddress;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * A server that is measured.
 *
 * @param isSecure with TLS
 * @param certificate the one that it must show; nothing where any will do
 */
public record Destination(
    ServerAddress address, boolean isSecure, Optional<Fingerprint> certificate) {

  /** Believes what this server has to show, and nothing else. */
  X509TrustManager trust() {
    return new Pin(certificate);
  }

  private record Pin(Optional<Fingerprint> certificate) implements X509TrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      if (certificate.isPresent() && !Fingerprint.of(chain[0]).equals(certificate.get())) {
        throw new CertificateException("the server shows another certificate than at first");
      }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType)
        throws CertificateException {
      throw new CertificateException("there are no clients here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
