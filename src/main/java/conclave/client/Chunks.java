package conclave.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a long text into parts that fit a line. */
final class Chunks {
  private Chunks() {}

  /**
   * The text in parts of at most so many bytes of UTF-8, cut at a space where one is near the end,
   * and never inside a character.
   *
   * @param maxBytes at least 4, the longest character
   */
  static List<String> of(String text, int maxBytes) {
    List<String> parts = new ArrayList<>();
    String rest = text;
    while (bytes(rest) > maxBytes) {
      int end = fitting(rest, maxBytes);
      int space = rest.lastIndexOf(' ', end);
      boolean atSpace = space > end / 2;
      parts.add(rest.substring(0, atSpace ? space : end));
      rest = rest.substring(atSpace ? space + 1 : end);
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  private static int fitting(String text, int maxBytes) {
    int bytes = 0;
    int end = 0;
    while (end < text.length()) {
      int next = text.offsetByCodePoints(end, 1);
      bytes += bytes(text.substring(end, next));
      if (bytes > maxBytes) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
