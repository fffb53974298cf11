package conclave.room;

/**
 * An event's place in its log.
 *
 * @param place the log's identity, random and positive
 * @param seq 1, 2, 3 … without a gap; 0 for what is shown in its turn and not kept in the log
 * @param time milliseconds since 1970, UTC; never before that of the event before it
 */
public record Stamp(long place, long seq, long time, Origin origin) {
  /** Is it in the log? */
  public boolean isKept() {
    return seq > 0;
  }

  /** The same moment for something that is not kept. */
  Stamp unkept() {
    return new Stamp(place, 0, time, origin);
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
