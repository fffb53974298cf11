package conclave.account;

/**
 * {@code tls-server-end-point}: the hash of the certificate that the server has shown in a
 * handshake (RFC 5929 §4).
 */
public final class EndPoint {
  private final byte[] hash;

  public EndPoint(byte[] hash) {
    this.hash = hash.clone();
  }

  public byte[] hash() {
    return hash.clone();
  }
}
