package conclave.name;

import java.text.Normalizer;

/** Letters that were made as wide as Han, or Katakana half as wide, are those letters (UAX 11). */
final class Width {
  private static final int FIRST = 0xFF01;
  private static final int LAST = 0xFFEE;
  private static final int WIDE_COMMA = 0xFF0C;
  private static final int WIDE_MACRON = 0xFFE3;
  private static final int MACRON = 0xAF;

  private Width() {}

  /** The letter as it is written elsewhere; itself where it is no such letter, or divides words. */
  static int mapped(int c) {
    if (c < FIRST || c > LAST || c == WIDE_COMMA) {
      return c;
    }
    if (c == WIDE_MACRON) {
      return MACRON; // which would be taken apart further
    }
    int hangul = hangul(c);
    return hangul == c
        ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0)
        : hangul;
  }

  /** Half-wide Hangul, four runs of vowels behind the consonants (Unicode chart FF00). */
  private static int hangul(int c) {
    if (c == 0xFFA0) {
      return 0x3164;
    }
    if (c >= 0xFFA1 && c <= 0xFFBE) {
      return 0x3131 + c - 0xFFA1;
    }
    if (c >= 0xFFC2 && c <= 0xFFDC) {
      int row = (c - 0xFFC0) / 8;
      int column = (c - 0xFFC0) % 8 - 2;
      return column < 0 ? c : 0x314F + row * 6 + column;
    }
    return c;
  }
}
