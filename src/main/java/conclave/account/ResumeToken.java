package conclave.account;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a device may log in with once in place of the password, as it is kept: the token itself is
 * with the device alone.
 *
 * @param id tells it from those before and after it
 * @param verifier of the token, which is its "password" in SCRAM and PLAIN
 * @param expires milliseconds since 1970, UTC
 */
public record ResumeToken(long id, Verifier verifier, long expires) {
  /** The least that RFC 7677 §4 allows: 256 random bits can't be guessed however fast. */
  public static final int ITERATIONS = 4_096;

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new token: 256 random bits in base64url. */
  public static String newText() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Keeps a token. Takes about a millisecond: not on an event loop. */
  public static ResumeToken of(String text, long expires) {
    return new ResumeToken(RANDOM.nextLong() >>> 1, Verifier.of(text, ITERATIONS), expires);
  }
}
