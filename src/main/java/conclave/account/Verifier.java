package conclave.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What is kept instead of a password: the SCRAM-SHA-256 verifier (RFC 5802 §3). It can check a
 * password and a SCRAM proof, and can't be turned back into the password.
 *
 * @param salt random, 16 bytes
 * @param iterations rounds of PBKDF2-HMAC-SHA-256
 * @param storedKey SHA-256 of ClientKey, 32 bytes
 * @param serverKey 32 bytes
 */
@SuppressWarnings(
    "ArrayRecordComponent") // equality is defined below; the arrays never leave ring 3
public record Verifier(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;

  /**
   * Derives a verifier with a new salt. Costs about 0.2 µs of one core for each iteration: never on
   * an event loop.
   */
  public static Verifier of(String password, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return of(password, salt, iterations);
  }

  /** Derives the verifier that a password has with this salt. */
  public static Verifier of(String password, byte[] salt, int iterations) {
    byte[] salted = pbkdf2(password, salt, iterations);
    byte[] clientKey = Hashes.hmac(salted, "Client Key");
    return new Verifier(
        salt, iterations, Hashes.sha256(clientKey), Hashes.hmac(salted, "Server Key"));
  }

  /**
   * What stands in for the verifier of an account that there is not: always the same for a name, so
   * that it looks like an account's. No password and no proof fits it.
   *
   * @param secret the server's own; whoever has it can tell the two apart
   */
  public static Verifier standIn(byte[] secret, String name, int iterations) {
    byte[] salt = Arrays.copyOf(Hashes.hmac(secret, "scram salt " + name), SALT_BYTES);
    byte[] storedKey = Hashes.hmac(secret, "scram stored key " + name);
    return new Verifier(
        salt, iterations, storedKey, Hashes.hmac(secret, "scram server key " + name));
  }

  /** Is this the password? Takes as long for a wrong one as for the right one. */
  public boolean matches(String password) {
    return MessageDigest.isEqual(storedKey, of(password, salt, iterations).storedKey);
  }

  private static byte[] pbkdf2(String password, byte[] salt, int iterations) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, HASH_BITS);
      try {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
            .generateSecret(spec)
            .getEncoded();
      } finally {
        spec.clearPassword();
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no PBKDF2WithHmacSHA256", e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Verifier that
        && iterations == that.iterations
        && Arrays.equals(salt, that.salt)
        && Arrays.equals(storedKey, that.storedKey)
        && Arrays.equals(serverKey, that.serverKey);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(salt);
  }

  @Override
  public String toString() {
    return "Verifier(" + iterations + " iterations)";
  }
}
