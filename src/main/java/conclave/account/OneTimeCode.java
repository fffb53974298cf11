package conclave.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Random codes that can be read aloud: invitations, and log-ins where a password would show. */
public final class OneTimeCode {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Without letters and digits that are easily mistaken for each other: 32 signs, 5 bits each. */
  private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int GROUP_SIGNS = 5;
  private static final int INVITATION_GROUPS = 4;
  private static final int LOG_IN_GROUPS = 3;
  private static final Pattern LOG_IN =
      Pattern.compile(
          "\\s*[A-Z2-9]{5}(-[A-Z2-9]{5}){" + (LOG_IN_GROUPS - 1) + "}\\s*",
          Pattern.CASE_INSENSITIVE);

  private OneTimeCode() {}

  /** A code of 100 random bits, in four groups. */
  public static String newInvitation() {
    return random(INVITATION_GROUPS);
  }

  /** A code of 75 random bits, in three groups: good for minutes. */
  public static String newLogIn() {
    return random(LOG_IN_GROUPS);
  }

  /** Has this text the form of a code to log in with? */
  public static boolean isLogIn(String text) {
    return LOG_IN.matcher(text).matches();
  }

  private static String random(int groups) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < groups * GROUP_SIGNS; i++) {
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
