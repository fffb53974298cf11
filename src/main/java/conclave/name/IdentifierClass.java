package conclave.name;

import java.text.Normalizer;

/**
 * Which characters beyond ASCII a name may have: letters and digits of any script (RFC 8264 §4.2,
 * IdentifierClass), without joiners, and with so few marks on a letter that they stay in its line.
 */
final class IdentifierClass {
  private static final int MAX_MARKS = 4;

  private IdentifierClass() {}

  /** Is each character beyond ASCII such a one, where it stands? The text is in form C. */
  static boolean contains(String text) {
    int marks = MAX_MARKS; // none may come first
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MAX_MARKS || (c >= 0x80 && !isValid(c) && !isInContext(c, text, i))) {
        return false;
      }
    }
    return BidiRule.holds(text);
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** PVALID (RFC 8264 §8). */
  private static boolean isValid(int c) {
    return switch (c) {
      case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007 -> true; // §9.6
      case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B -> false;
      default ->
          isLetterOrDigit(c)
              && !isArabicDigit(c)
              && !isOldHangul(c)
              && !isIgnorable(c)
              && !hasCompatibility(c);
    };
  }

  /** CONTEXTO (RFC 5892 appendix A.3 to A.9). */
  private static boolean isInContext(int c, String text, int at) {
    return switch (c) {
      case 0xB7 -> isEl(before(text, at)) && isEl(after(text, at, c));
      case 0x375 -> isOf(after(text, at, c), Character.UnicodeScript.GREEK);
      case 0x5F3, 0x5F4 -> isOf(before(text, at), Character.UnicodeScript.HEBREW);
      case 0x30FB -> Scripts.isJapanese(text);
      default ->
          isArabicDigit(c)
              && text.codePoints().noneMatch(d -> isArabicDigit(d) && d >> 4 != c >> 4);
    };
  }

  private static boolean isEl(int c) {
    return c == 'l' || c == 'L';
  }

  private static int before(String text, int at) {
    return at == 0 ? 0 : text.codePointBefore(at);
  }

  private static int after(String text, int at, int c) {
    int next = at + Character.charCount(c);
    return next < text.length() ? text.codePointAt(next) : 0;
  }

  private static boolean isOf(int c, Character.UnicodeScript script) {
    return Character.UnicodeScript.of(c) == script;
  }

  private static boolean isLetterOrDigit(int c) {
    return switch (Character.getType(c)) {
      case Character.LOWERCASE_LETTER,
          Character.UPPERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** Arabic-Indic digits and the extended ones, which must not meet. */
  private static boolean isArabicDigit(int c) {
    return (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
  }

  private static boolean isOldHangul(int c) {
    return (c >= 0x1100 && c <= 0x11FF)
        || (c >= 0xA960 && c <= 0xA97C)
        || (c >= 0xD7B0 && c <= 0xD7FB);
  }

  /** Letters and marks that are drawn as nothing (Default_Ignorable_Code_Point). */
  static boolean isIgnorable(int c) {
    return c == 0x34F
        || c == 0x115F
        || c == 0x1160
        || c == 0x17B4
        || c == 0x17B5
        || (c >= 0x180B && c <= 0x180F)
        || c == 0x3164
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFFA0
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  private static boolean hasCompatibility(int c) {
    String one = Character.toString(c);
    return !Normalizer.normalize(one, Normalizer.Form.NFKC).equals(one);
  }
}
