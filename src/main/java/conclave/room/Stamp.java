package conclave.room;

/**
 * An event's place in its log.
 *
 * @param place the log's identity, random and positive
 * @param seq 1, 2, 3 … without a gap
 * @param time milliseconds since 1970, UTC; never before that of the event before it
 */
public record Stamp(long place, long seq, long time, Origin origin) {
  /** Of the event right after this one, of the same command. */
  Stamp next() {
    return new Stamp(place, seq + 1, time, origin);
  }

  /** The IRCv3 message id: derived, so that it needs no storage and is found by its sequence. */
  public String msgid() {
    return Long.toString(place, Character.MAX_RADIX)
        + "-"
        + Long.toString(seq, Character.MAX_RADIX);
  }
}
