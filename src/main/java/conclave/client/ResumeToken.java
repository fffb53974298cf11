package conclave.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets one log-in into a session without the password.
 *
 * @param name the session's name, {@code alice*7}
 */
record ResumeToken(String name, String secret, Instant expires) {
  /** Reads the three words; empty if they are none. */
  static Optional<ResumeToken> of(String name, String secret, String expiresMillis) {
    try {
      Instant expires = Instant.ofEpochMilli(Long.parseLong(expiresMillis));
      boolean whole = name.matches("[^\\s*]+\\*[0-9]{1,18}") && secret.matches("[!-~]{1,512}");
      return whole ? Optional.of(new ResumeToken(name, secret, expires)) : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The session's number. */
  String number() {
    return name.substring(name.indexOf('*') + 1);
  }

  @Override
  public String toString() {
    return name + " (token hidden)";
  }
}
