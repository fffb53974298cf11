package conclave.client;

import java.security.cert.CertificateException;
import java.util.Optional;

/** The server showed a certificate that is not to be trusted; nothing was sent to it. */
public final class TrustRefused extends CertificateException {
  private static final long serialVersionUID = 1L;

  /** Why not. */
  public enum Reason {
    /** It is not the one that was pinned. */
    NOT_THE_PIN,
    /** It is not the one that was accepted earlier: an attack, or a new certificate. */
    CHANGED,
    /** Nobody vouches for it, and this server was never met before. */
    UNKNOWN,
    /** The given authority does not vouch for it under this name. */
    NOT_VERIFIED
  }

  private final Reason reason;
  private final Fingerprint shown;
  private final transient Optional<Fingerprint> expected;

  TrustRefused(Reason reason, Fingerprint shown, Optional<Fingerprint> expected, String detail) {
    super(detail);
    this.reason = reason;
    this.shown = shown;
    this.expected = expected;
  }

  public Reason reason() {
    return reason;
  }

  /** The certificate that the server showed. */
  public Fingerprint shown() {
    return shown;
  }

  /** The pinned or remembered one. */
  public Optional<Fingerprint> expected() {
    return expected;
  }
}
