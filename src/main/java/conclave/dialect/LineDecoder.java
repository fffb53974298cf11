package conclave.dialect;

import java.util.Arrays;

/**
 * Cuts a stream of bytes into lines that end with LF or CR LF. Holds at most {@code limit} bytes: a
 * longer line is reported once and skipped up to its end. Not thread-safe.
 */
public final class LineDecoder {
  /** Gets what was found. */
  public interface Sink {
    /** A line without its end. */
    void line(byte[] line);

    /** A line was longer than the limit, and is lost. */
    void tooLong();
  }

  private static final byte[] NOTHING = new byte[0];
  private static final int FIRST = 128;

  private final int limit;

  /** The beginning of a line whose end has not come: most lines come whole, and are not held. */
  private byte[] held = NOTHING;

  private int length;
  private boolean isSkipping;

  /**
   * A decoder at the start of a line.
   *
   * @param limit bytes of a line without its end
   */
  public LineDecoder(int limit) {
    this.limit = limit;
  }

  /** Takes the next bytes, however they were cut. */
  public void feed(byte[] bytes, Sink sink) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        end(bytes, start, i, sink);
        start = i + 1;
      }
    }
    keep(bytes, start, bytes.length, sink);
  }

  private void end(byte[] bytes, int from, int to, Sink sink) {
    if (length == 0 && !isSkipping) {
      line(bytes, from, to, sink);
      return;
    }
    keep(bytes, from, to, sink);
    if (!isSkipping) {
      line(held, 0, length, sink);
    }
    isSkipping = false;
    drop();
  }

  private void line(byte[] bytes, int from, int to, Sink sink) {
    int end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
    if (end - from > limit) {
      sink.tooLong();
    } else {
      sink.line(Arrays.copyOfRange(bytes, from, end));
    }
  }

  private void drop() {
    held = NOTHING;
    length = 0;
  }

  private void keep(byte[] bytes, int from, int to, Sink sink) {
    int added = to - from;
    if (isSkipping || added == 0) {
      return;
    }
    // One more than the limit: the CR of a line end does not count.
    if (length + added > limit + 1) {
      isSkipping = true;
      drop();
      sink.tooLong();
      return;
    }
    if (held.length < length + added) {
      held =
          Arrays.copyOf(
              held,
              Math.min(limit + 1, Math.max(Math.max(FIRST, held.length * 2), length + added)));
    }
    System.arraycopy(bytes, from, held, length, added);
    length += added;
  }
}
