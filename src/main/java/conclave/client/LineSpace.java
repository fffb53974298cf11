package conclave.client;

import java.nio.charset.StandardCharsets;

/**
 * The space that a message has on a line: 512 bytes, less what the server puts before it for the
 * others.
 *
 * @see "Modern IRC, Message Format"
 */
final class LineSpace {
  private static final int LINE = 510; // 512 without CRLF
  private static final int USER_AND_HOST = 1 + 20 + 1 + 63;
  private static final int VERB = 1 + 1 + "PRIVMSG ".length() + " :".length();
  private static final int ACTION = "\u0001ACTION \u0001".length();
  private static final int LEAST = 100;

  private LineSpace() {}

  /** The bytes left for the text. */
  static int left(String nick, String target) {
    int left = LINE - USER_AND_HOST - VERB - ACTION - bytes(nick) - bytes(target);
    return Math.max(left, LEAST);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
