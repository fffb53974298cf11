package conclave.config;

/** How values are shown in a message: short, on one line. */
final class Text {
  private static final int SHOWN = 60;

  private Text() {}

  /** The text without line breaks and other controls, so that nothing can forge a second line. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
  }

  /** The text, cut where it is long. */
  static String cut(String text) {
    return text.length() <= SHOWN
        ? text
        : text.substring(0, text.offsetByCodePoints(0, SHOWN / 2)) + "...";
  }

  static String quoted(String text) {
    return '"' + cut(text) + '"';
  }
}
