package conclave.handler;

import conclave.name.Utf8;

/** Texts within a limit. */
final class Texts {
  private Texts() {}

  /** As much of the text as fits into so many bytes, without a broken character at the end. */
  static String cut(String text, int bytes) {
    if (Utf8.length(text) <= bytes) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int left = bytes;
    for (int c : text.codePoints().toArray()) {
      left -= Utf8.length(Character.toString(c));
      if (left < 0) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.toString();
  }
}
