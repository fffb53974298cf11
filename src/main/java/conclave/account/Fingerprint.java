package conclave.account;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SHA-256 of a client certificate in DER, which is what an account knows it by.
 *
 * @param hex 64 digits in lower case
 */
public record Fingerprint(String hex) {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  public Fingerprint {
    if (!HEX.matcher(hex).matches()) {
      throw new IllegalArgumentException("no SHA-256 fingerprint");
    }
  }

  /** Of a certificate in DER. */
  public static Fingerprint of(byte[] der) {
    try {
      return new Fingerprint(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no SHA-256", e);
    }
  }

  /** As people paste it: in either case, with colons or without. */
  public static Optional<Fingerprint> parse(String text) {
    String hex = text.replace(":", "").toLowerCase(Locale.ROOT);
    return HEX.matcher(hex).matches() ? Optional.of(new Fingerprint(hex)) : Optional.empty();
  }

  @Override
  public String toString() {
    return hex;
  }
}
