package conclave.account;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody gives as a name to log in: {@code alice}; {@code alice@phone}, whose session is
 * kept under that device; {@code alice*7}, who has the resume token of session 7 in place of the
 * password.
 *
 * @param account not checked to be a name
 */
public record LogInName(String account, Optional<String> device, Optional<Integer> session) {
  /** How a device may be called. */
  private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  private static final Pattern PARTS =
      Pattern.compile("([^@*]+)(?:@(" + DEVICE + ")|\\*([1-9][0-9]{0,8}))?");

  /** Reads any text: what makes no sense is the name of no account. */
  public static LogInName parse(String text) {
    Matcher parts = PARTS.matcher(text);
    return parts.matches()
        ? new LogInName(
            parts.group(1),
            Optional.ofNullable(parts.group(2)),
            Optional.ofNullable(parts.group(3)).map(Integer::valueOf))
        : new LogInName(text, Optional.empty(), Optional.empty());
  }

  /** May a device be called so? */
  public static boolean isDevice(String text) {
    return DEVICE.matcher(text).matches();
  }

  /** The name under which the token of a session logs in. */
  public static String ofSession(String account, int session) {
    return account + "*" + session;
  }
}
