package conclave.client;

import java.nio.charset.StandardCharsets;

/**
 * The certificate that TLS has shown already; only the account is named, and that may be left out.
 *
 * @see "RFC 4422 Appendix A"
 */
record SaslExternal(Credentials credentials) implements SaslMechanism {
  static final String NAME = "EXTERNAL";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte[] respond(byte[] challenge) {
    return credentials.account().getBytes(StandardCharsets.UTF_8);
  }

  /** There is nothing to show: no secret is at stake. */
  @Override
  public boolean trustsServer() {
    return true;
  }
}
