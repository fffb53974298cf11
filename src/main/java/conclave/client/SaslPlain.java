package conclave.client;

import java.nio.charset.StandardCharsets;

/**
 * The password itself, inside TLS.
 *
 * @see "RFC 4616"
 */
record SaslPlain(Credentials credentials) implements SaslMechanism {
  @Override
  public String name() {
    return "PLAIN";
  }

  @Override
  public byte[] respond(byte[] challenge) throws LogInRefused {
    credentials.claim();
    String message = '\0' + credentials.name() + '\0' + credentials.reveal();
    return message.getBytes(StandardCharsets.UTF_8);
  }

  /** There is nothing to show: it has the password now. */
  @Override
  public boolean trustsServer() {
    return true;
  }
}
