package conclave.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What each message says of itself: of which run it is, who said it, in which room, its number and
 * its time. In hexadecimal digits at fixed places, so that it is read where it lies. One object is
 * filled again and again.
 */
final class Stamp {
  private static final int RUN_DIGITS = 8;
  private static final int SENDER_DIGITS = 5;
  private static final int ROOM_DIGITS = 5;
  private static final int NUMBER_DIGITS = 8;
  private static final int TIME_DIGITS = 12;

  /** The first byte, by which it is known. */
  static final byte MARK = '~';

  /** Bytes of a stamp. */
  static final int LENGTH =
      1 + RUN_DIGITS + SENDER_DIGITS + ROOM_DIGITS + NUMBER_DIGITS + TIME_DIGITS;

  /** Clients, and rooms, that have a number. */
  static final int MOST = 1 << (4 * SENDER_DIGITS);

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] VALUES = new byte[256];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < DIGITS.length; i++) {
      VALUES[DIGITS[i]] = (byte) i;
    }
  }

  /** Of which run. */
  int run;

  /** The client that said it. */
  int sender;

  int room;

  /** The how-manieth message of its sender, from 0. */
  int number;

  /** When it was due: nanoseconds since the run began. */
  long time;

  /** Writes it at this place. */
  void write(byte[] line, int at) {
    line[at] = MARK;
    int next = put(line, at + 1, run & 0xffff_ffffL, RUN_DIGITS);
    next = put(line, next, sender, SENDER_DIGITS);
    next = put(line, next, room, ROOM_DIGITS);
    next = put(line, next, number, NUMBER_DIGITS);
    put(line, next, time, TIME_DIGITS);
  }

  /**
   * Reads one that begins at this place.
   *
   * @return whether there is one; if not, the object holds nothing of sense
   */
  boolean read(byte[] line, int at) {
    if (line[at] != MARK) {
      return false;
    }
    int next = at + 1;
    long readRun = get(line, next, RUN_DIGITS);
    next += RUN_DIGITS;
    long readSender = get(line, next, SENDER_DIGITS);
    next += SENDER_DIGITS;
    long readRoom = get(line, next, ROOM_DIGITS);
    next += ROOM_DIGITS;
    long readNumber = get(line, next, NUMBER_DIGITS);
    next += NUMBER_DIGITS;
    long readTime = get(line, next, TIME_DIGITS);
    run = (int) readRun;
    sender = (int) readSender;
    room = (int) readRoom;
    number = (int) readNumber;
    time = readTime;
    return (readRun | readSender | readRoom | readNumber | readTime) >= 0;
  }

  private static int put(byte[] line, int at, long value, int digits) {
    long rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      line[i] = DIGITS[(int) (rest & 0xf)];
      rest >>>= 4;
    }
    return at + digits;
  }

  /** Negative where there is something else than digits. */
  private static long get(byte[] line, int at, int digits) {
    long value = 0;
    int wrong = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = VALUES[line[i] & 0xff];
      wrong |= digit;
      value = (value << 4) | (digit & 0xf);
    }
    return wrong < 0 ? -1 : value;
  }
}
