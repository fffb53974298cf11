package conclave.it;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last lines that anybody has sent or heard. */
final class Chronicle {
  private static final int MAX = 400;

  private final Deque<String> lines = new ArrayDeque<>();
  private boolean isMuted;

  /** What follows is of no interest, or is again. */
  void isMuted(boolean muted) {
    isMuted = muted;
  }

  void add(String line) {
    if (isMuted) {
      return;
    }
    if (lines.size() == MAX) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
