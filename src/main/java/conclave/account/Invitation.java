package conclave.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A right to register one account, stored without the code that proves it.
 *
 * @param codeHash SHA-256 of the code, in hex
 * @param makesAdmin the account that it registers is an administrator
 * @param expires milliseconds since 1970, UTC
 */
public record Invitation(String codeHash, boolean makesAdmin, long expires) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without letters and digits that are easily mistaken for each other: 32 signs, 5 bits each. */
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int GROUPS = 4;
  private static final int GROUP_SIGNS = 5;

  /** A new code of 100 random bits, in four groups that can be read aloud. */
  public static String newCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP_SIGNS; i++) {
      if (i > 0 && i % GROUP_SIGNS == 0) {
        code.append('-');
      }
      code.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return code.toString();
  }

  /** The hash under which a code is stored; case and spaces around it don't matter. */
  public static String hash(String code) {
    try {
      byte[] bytes = code.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("the JDK has no SHA-256", e);
    }
  }
}
