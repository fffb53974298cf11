package conclave.room;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event's place in its log.
 *
 * @param place the log's identity, random and positive
 * @param seq 1, 2, 3 … without a gap; 0 for what is shown in its turn and not kept in the log
 * @param time milliseconds since 1970, UTC; never before that of the event before it
 */
public record Stamp(long place, long seq, long time, Origin origin) {
  /** So many digits of a sequence are always a {@code long}. */
  private static final Pattern MSGID = Pattern.compile("[0-9a-z]{1,13}-([0-9a-z]{1,11})");

  /** Is it in the log? */
  public boolean isKept() {
    return seq > 0;
  }

  /** The id of the event with that sequence in that log. */
  public static String msgid(long place, long seq) {
    return new Stamp(place, seq, 0, Origin.SERVER).msgid();
  }

  /** The log that the part of a message id before its sequence names. */
  public static Optional<Long> place(String text) {
    try {
      return Optional.of(Long.parseLong(text, Character.MAX_RADIX)).filter(place -> place > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The sequence that a message id names; 0 where it names none. */
  public static long sequenceOf(String msgid) {
    Matcher matcher = MSGID.matcher(msgid);
    return matcher.matches() ? Long.parseLong(matcher.group(1), Character.MAX_RADIX) : 0;
  }

  /** The same moment for something that is not kept. */
  public Stamp unkept() {
    return new Stamp(place, 0, time, origin);
  }

  /** Of the event right after this one, of the same command; what is not kept takes no place. */
  Stamp next() {
    return isKept() ? new Stamp(place, seq + 1, time, origin) : this;
  }

  /**
   * The IRCv3 message id: derived, so that it needs no storage and is found by its sequence. What
   * is not kept has one of its origin.
   */
  public String msgid() {
    String log = Long.toString(place, Character.MAX_RADIX) + "-";
    return isKept()
        ? log + Long.toString(seq, Character.MAX_RADIX)
        : log + origin.connection() + "-" + Long.toString(origin.command(), Character.MAX_RADIX);
  }
}
