package conclave.client;

import java.util.ArrayList;
import java.util.List;

/** Cuts what was written into messages: as few as the server takes. */
final class Paragraphs {
  /**
   * Bytes of a message of several lines, and how many lines; less than servers take in practice.
   */
  private static final int MAX_BYTES = 4_000;

  private static final int MAX_LINES = 24;

  private Paragraphs() {}

  /**
   * The messages, each of lines that fit.
   *
   * @param space the bytes of one line
   * @param together whether several lines may be one message
   */
  static List<String> of(String text, int space, boolean together) {
    List<String> lines =
        text.lines()
            .filter(line -> together || !line.isBlank())
            .flatMap(
                line -> line.isBlank() ? List.of("").stream() : Chunks.of(line, space).stream())
            .toList();
    boolean isOneLine = text.indexOf('\n') < 0; // a long one stays several messages
    return together && !isOneLine ? joined(lines) : lines;
  }

  private static List<String> joined(List<String> lines) {
    List<String> messages = new ArrayList<>();
    StringBuilder message = new StringBuilder();
    int count = 0;
    for (String line : lines) {
      boolean isFull = count == MAX_LINES || message.length() * 3 + line.length() * 3 > MAX_BYTES;
      if (isFull && count > 0) {
        messages.add(message.toString());
        message.setLength(0);
        count = 0;
      }
      message.append(count > 0 ? "\n" : "").append(line);
      count++;
    }
    messages.add(message.toString());
    return messages.stream().filter(one -> !one.isBlank()).toList();
  }
}
