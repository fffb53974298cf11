package conclave.name;

/**
 * A pattern over {@code nick!username@host} in which {@code *} is any text and {@code ?} one
 * character (Modern IRC §Wildcard Expressions).
 *
 * @param text folded and complete: {@code bob} was read as {@code bob!*@*}
 */
public record Mask(String text) {
  private static final int MAX = 200;

  /**
   * Reads what a person wrote, and completes it: {@code bob}, {@code *@host}, {@code
   * nick!user@host}.
   */
  public static Mask of(String text) {
    return new Mask(CaseFold.fold(cut(complete(cut(text)))));
  }

  /** Cut again when it is complete, so that a mask that is read again is the same. */
  private static String cut(String text) {
    if (text.length() <= MAX) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX);
  }

  private static String complete(String text) {
    int bang = text.indexOf('!');
    int at = text.indexOf('@', bang + 1);
    if (bang >= 0) {
      return at >= 0 ? text : text + "@*";
    }
    if (at >= 0) {
      return "*!" + text;
    }
    return text + "!*@*";
  }

  /** Does the pattern cover this source? */
  public boolean matches(Source source) {
    return matches(text, CaseFold.fold(source.mask()));
  }

  /**
   * Does {@code pattern} cover the whole of {@code text}? Takes time in proportion to the product
   * of their lengths.
   */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
