package conclave.dialect.irc;

import conclave.room.Reason;

/** What a FAIL about accounts and sessions is called (IRCv3 standard-replies). */
final class IrcAccountRefusals {
  private IrcAccountRefusals() {}

  static String code(Reason reason) {
    return switch (reason) {
      case NOT_LOGGED_IN -> "ACCOUNT_REQUIRED";
      case TRY_LATER -> "RATE_LIMITED";
      case BUSY, UNAVAILABLE -> "TEMPORARILY_UNAVAILABLE";
      case WRONG_PASSWORD -> "INVALID_CREDENTIALS";
      case BAD_PASSWORD -> "UNACCEPTABLE_PASSWORD";
      case ACCOUNT_LOOKS_ALIKE -> "ACCOUNT_EXISTS";
      case ACCOUNT_NOT_ASCII, ACCOUNT_MIXES_SCRIPTS -> "BAD_ACCOUNT_NAME";
      default -> reason.name();
    };
  }
}
