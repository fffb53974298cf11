package conclave.dialect.irc;

import conclave.dialect.Dialect.Recipient;
import conclave.room.Reason;
import java.util.List;

/** Why a message is not taken back (IRCv3 message-redaction §Errors). */
final class IrcRedaction {
  private IrcRedaction() {}

  static Lines refused(Reason reason, List<String> about, Recipient to, Lines lines) {
    String code =
        switch (reason) {
          case CANNOT_TAKE_BACK_FROM -> "INVALID_TARGET";
          case TOO_LATE_TO_TAKE_BACK -> "REDACT_WINDOW_EXPIRED";
          case NO_SUCH_MESSAGE -> "UNKNOWN_MSGID";
          default -> "REDACT_FORBIDDEN";
        };
    String text =
        switch (reason) {
          case CANNOT_TAKE_BACK_FROM ->
              "Messages can be taken back in channels that you are on only";
          case TOO_LATE_TO_TAKE_BACK -> "That was said too long ago to take it back";
          case NO_SUCH_MESSAGE -> "There is no such message";
          default -> "You may not take that back";
        };
    return lines.fail(to, "REDACT " + code, about, text);
  }
}
