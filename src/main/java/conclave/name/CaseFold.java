package conclave.name;

import java.text.Normalizer;

/**
 * Under which form a name is looked up and compared: the mappings of UsernameCaseMapped (RFC 8265
 * §3.3), which are width, lower case and normalization form C. It is the same for masks, rooms and
 * all else that is compared in any case, whatever {@code server.casemapping} admits.
 *
 * <p>Two things are stricter, so that a part of a text folds as it does within the whole: a final
 * sigma is a sigma, and what divides the words of a line (the wide comma and space) stays as it is.
 */
public final class CaseFold {
  private static final int ASCII = 0x80;
  private static final int CAPITAL_I_WITH_DOT = 0x130;
  private static final String SMALL_I_WITH_DOT = "i\u0307";
  private static final int FINAL_SIGMA = 0x3C2;
  private static final int SIGMA = 0x3C3;

  private CaseFold() {}

  /** The form under which a name is looked up and compared. Folded again, it is itself. */
  public static String fold(String text) {
    boolean hasUpper = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        return mapped(text);
      }
      hasUpper |= isUpper(c);
    }
    return hasUpper ? lower(text) : text;
  }

  /** The same name in the case of its owner: width mapping and normalization alone. */
  static String composed(String text) {
    if (isAscii(text)) {
      return text;
    }
    StringBuilder narrow = new StringBuilder(text.length());
    text.codePoints().map(Width::mapped).forEach(narrow::appendCodePoint);
    return Normalizer.normalize(narrow, Normalizer.Form.NFC);
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < ASCII);
  }

  private static String mapped(String text) {
    StringBuilder lower = new StringBuilder(text.length() + 1);
    text.codePoints().map(Width::mapped).forEach(c -> appendLower(lower, c));
    String folded = Normalizer.normalize(lower, Normalizer.Form.NFC);
    return folded.equals(text) ? text : folded;
  }

  private static void appendLower(StringBuilder to, int c) {
    switch (c) {
      case CAPITAL_I_WITH_DOT -> to.append(SMALL_I_WITH_DOT);
      case FINAL_SIGMA -> to.appendCodePoint(SIGMA);
      default -> to.appendCodePoint(Character.toLowerCase(c));
    }
  }

  private static String lower(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      if (isUpper(folded[i])) {
        folded[i] = Character.toLowerCase(folded[i]);
      }
    }
    return new String(folded);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
