package conclave.command;

import java.util.regex.Pattern;

/**
 * What a client calls a message that it may send again, not knowing whether it has arrived: the tag
 * {@code conclave/id}, or a label that is long enough not to be a mere count of lines, which begins
 * anew with each connection.
 *
 * @param text as it came
 */
public record SayId(String text, boolean isLabel) {
  /** Bytes of a label that is taken for an id. */
  public static final int LEAST_LABEL = 16;

  private static final Pattern FORM = Pattern.compile("[!-~]{1,64}");

  /** Is it 1 to 64 characters of ASCII that show? */
  public boolean isValid() {
    return FORM.matcher(text).matches();
  }
}
