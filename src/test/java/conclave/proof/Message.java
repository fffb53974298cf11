package conclave.proof;

/**
 * A message as somebody was shown it.
 *
 * @param place a room, or the two who talk, in order
 * @param time as in the server-time tag
 * @param text no author says the same twice
 */
public record Message(String place, String msgid, String time, String author, String text) {
  /** Its place in its log, as its id tells. */
  long sequence() {
    return Long.parseLong(msgid.substring(msgid.lastIndexOf('-') + 1), Character.MAX_RADIX);
  }

  /** The place where two talk, whoever of them speaks. */
  public static String between(String one, String other) {
    return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
  }

  @Override
  public String toString() {
    return author + " in " + place + ": " + text + " (" + msgid + " at " + time + ")";
  }
}
