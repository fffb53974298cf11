package conclave.client;

import java.util.regex.Pattern;

/**
 * Makes what others wrote safe to show on a terminal: nothing of it can move the cursor, change the
 * direction of the text, or hide.
 */
public final class Harmless {
  private static final int REPLACEMENT = 0xFFFD;
  private static final int MAX_MARKS = 4;

  /** Colours with their numbers, bold, italics and the like, as IRC clients write them. */
  private static final Pattern FORMATTING =
      Pattern.compile(
          "\\x03(?:\\d{1,2}(?:,\\d{1,2})?)?"
              + "|\\x04(?:\\p{XDigit}{6}(?:,\\p{XDigit}{6})?)?"
              + "|[\\x02\\x0f\\x11\\x16\\x1d-\\x1f]");

  private Harmless() {}

  /**
   * A text as one line: formatting codes, invisible and direction-changing characters are left out,
   * tabs become spaces, other controls the replacement character, and of many marks stacked on one
   * letter four remain.
   */
  public static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int marks = 0;
    for (int c : FORMATTING.matcher(text).replaceAll("").codePoints().toArray()) {
      marks = isMark(c) ? marks + 1 : 0;
      if (c == '\t') {
        out.append(' ');
      } else if (isControl(c)) {
        out.appendCodePoint(REPLACEMENT);
      } else if (!isInvisible(c) && marks <= MAX_MARKS) {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /** A name: whatever could make it look like another one shows as the replacement character. */
  public static String name(String name) {
    StringBuilder out = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> isControl(c) || isInvisible(c) || Character.isSpaceChar(c) ? REPLACEMENT : c)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Format characters (bidi, zero width, tags) and the letters that are drawn as nothing. */
  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || c == 0x034F // combining grapheme joiner
        || c == 0x115F // Hangul fillers
        || c == 0x1160
        || c == 0x17B4 // Khmer inherent vowels
        || c == 0x17B5
        || c == 0x2800 // Braille blank
        || c == 0x3164
        || c == 0xFFA0;
  }
}
