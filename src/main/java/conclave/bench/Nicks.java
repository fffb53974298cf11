package conclave.bench;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Nicks that are free: nobody has them from an earlier crowd, no two look alike, which some servers
 * refuse, and each has at most nine characters, which is all that some take.
 */
final class Nicks {
  /** No letter that, alone or beside another of these, could be taken for one of them. */
  private static final String LETTERS = "abcdefghjkpqstxy";

  private static final int TAG_LENGTH = 3;
  private static final int BITS = 4;

  private final String tag = letters(ThreadLocalRandom.current().nextInt(1 << 12), TAG_LENGTH);

  /** Of this crowd. */
  String tag() {
    return tag;
  }

  String nick(int client) {
    int digits = 1 + (Integer.SIZE - 1 - Integer.numberOfLeadingZeros(client | 1)) / BITS;
    return tag + letters(client, digits);
  }

  private static String letters(int number, int digits) {
    StringBuilder text = new StringBuilder(digits);
    for (int i = digits - 1; i >= 0; i--) {
      text.append(LETTERS.charAt((number >>> (i * BITS)) & (LETTERS.length() - 1)));
    }
    return text.toString();
  }
}
