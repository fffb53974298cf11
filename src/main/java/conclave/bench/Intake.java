package conclave.bench;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the lines in what one connection gets. A message of ours is read where it lies; the few
 * other lines that matter become text; what a room says of who comes and goes is passed over.
 */
final class Intake {
  /** Longer than any line of IRCv3. */
  static final int LONGEST = 16_384;

  private static final byte[] MESSAGE = ascii("PRIVMSG ");
  private static final List<byte[]> PASSED_OVER =
      List.of(ascii("JOIN "), ascii("353 "), ascii("QUIT "), ascii("PART "), ascii("NOTICE "));

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Eight times the first character that is no blank. */
  private static final long AFTER_BLANK = 0x2121_2121_2121_2121L;

  private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

  /** Who hears the lines. */
  interface Ear {
    /** A message of a run; the stamp holds until the next one. */
    void message(Stamp stamp);

    /** A message that somebody else has sent, or of which something is missing. */
    void foreign();

    /** Any other line, without its end. */
    void line(String line);
  }

  private final Stamp stamp = new Stamp();
  private final Ear ear;
  private final int payload;
  private byte[] rest = new byte[0];
  private int kept;

  /**
   * An intake.
   *
   * @param payload the length of each message's text
   */
  Intake(Ear ear, int payload) {
    this.ear = ear;
    this.payload = payload;
  }

  /** How many bytes are kept that are no whole line yet. */
  int kept() {
    return kept;
  }

  /** Puts what is kept at the front, where the rest of the line is to follow. */
  void restore(byte[] front) {
    System.arraycopy(rest, 0, front, 0, kept);
  }

  /**
   * Takes what was kept, and what came since.
   *
   * @return false where a line is longer than any may be
   */
  boolean take(byte[] bytes, int length) {
    int at = 0;
    while (at < length) {
      int next = line(bytes, at, length);
      if (next < 0) {
        break;
      }
      at = next;
    }
    kept = length - at;
    if (kept > LONGEST) {
      return false;
    }
    if (kept > rest.length) {
      rest = new byte[Math.max(512, kept)];
    }
    System.arraycopy(bytes, at, rest, 0, kept);
    return true;
  }

  /** Where the next line begins; negative where this one has not come to its end. */
  private int line(byte[] bytes, int from, int length) {
    int command = command(bytes, from, length);
    boolean isMessage = startsWith(bytes, command, length, MESSAGE);
    if (isMessage) {
      int next = ours(bytes, command + MESSAGE.length, length);
      if (next >= 0) {
        ear.message(stamp);
        return next;
      }
    }
    int end = command;
    while (end < length && bytes[end] != '\n') {
      end++;
    }
    if (end == length) {
      return -1;
    }
    if (isMessage) {
      ear.foreign();
    } else if (!isPassedOver(bytes, command, length)) {
      other(bytes, from, end);
    }
    return end + 1;
  }

  /** Past tags and source. */
  private static int command(byte[] bytes, int from, int length) {
    int at = from;
    if (bytes[at] == '@') {
      at = afterSpace(bytes, at, length);
    }
    if (at < length && bytes[at] == ':') {
      at = afterSpace(bytes, at, length);
    }
    return at;
  }

  private static int afterSpace(byte[] bytes, int from, int length) {
    int at = blank(bytes, from, length);
    return at < length && bytes[at] == ' ' ? at + 1 : at;
  }

  /**
   * The next byte that is a space, a line end or another control character: eight at a time, as
   * most of what is read of a message is looking for the end of its source.
   */
  private static int blank(byte[] bytes, int from, int length) {
    int at = from;
    while (at + Long.BYTES <= length) {
      long eight = (long) EIGHT.get(bytes, at);
      long found = (eight - AFTER_BLANK) & ~eight & HIGH_BITS;
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
      at += Long.BYTES;
    }
    while (at < length && (bytes[at] > ' ' || bytes[at] < 0)) {
      at++;
    }
    return at;
  }

  /** Past a message of ours whose target begins here; negative where there is none, or no end. */
  private int ours(byte[] bytes, int target, int length) {
    int text = afterSpace(bytes, target, length);
    if (text < length && bytes[text] == ':') {
      text++;
    }
    int end = text + payload;
    if (end >= length || !stamp.read(bytes, text)) {
      return -1;
    }
    if (bytes[end] == '\r' && ++end == length) {
      return -1;
    }
    boolean isWhole = bytes[end] == '\n' && bytes[text + payload - 1] != '\r';
    return isWhole ? end + 1 : -1;
  }

  private static boolean isPassedOver(byte[] bytes, int command, int length) {
    for (byte[] word : PASSED_OVER) {
      if (startsWith(bytes, command, length, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int at, int length, byte[] word) {
    return at + word.length <= length
        && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
  }

  private void other(byte[] bytes, int from, int end) {
    int last = end > from && bytes[end - 1] == '\r' ? end - 1 : end;
    if (last > from) {
      ear.line(new String(bytes, from, last - from, StandardCharsets.UTF_8));
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
