package conclave.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 of a certificate, by which people and pins know it.
 *
 * @param hex 64 hexadecimal digits in upper case
 */
public record Fingerprint(String hex) {
  private static final int BYTES = 32;

  /**
   * Reads hexadecimal digits with or without colons, in either case.
   *
   * @throws IllegalArgumentException saying what is wrong, for people
   */
  public static Fingerprint parse(String text) {
    String hex = text.replace(":", "").toUpperCase(Locale.ROOT);
    if (!hex.matches("[0-9A-F]{" + 2 * BYTES + "}")) {
      throw new IllegalArgumentException(
          "a SHA-256 fingerprint has 64 hexadecimal digits, with or without colons");
    }
    return new Fingerprint(hex);
  }

  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.of().withUpperCase().formatHex(hash));
    } catch (CertificateEncodingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a certificate that can't be hashed", e);
    }
  }

  /** Pairs of digits with colons between, as {@code openssl} prints them. */
  @Override
  public String toString() {
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(HexFormat.of().parseHex(hex));
  }
}
