package conclave.dialect;

/**
 * Takes from a text what could drive a terminal or lie about the order of its words: controls,
 * escape sequences, bidi overrides, invisible characters.
 */
public final class Sanitizer {
  private Sanitizer() {}

  /** The text as it may be shown on somebody else's terminal. */
  public static String clean(String text) {
    if (text.codePoints().allMatch(Sanitizer::isHarmless)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(Sanitizer::isHarmless).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isHarmless(int c) {
    if (c >= ' ' && c < 0x7f) {
      return true;
    }
    return switch (Character.getType(c)) {
      // Joiners make emoji of several people: they only join what is visible.
      case Character.FORMAT -> c == 0x200d;
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
