package conclave.dialect.irc;

import conclave.room.Mode;

/** Which numerics show which list of a room (Modern IRC §Channel Modes). */
final class IrcLists {
  private IrcLists() {}

  static Numeric entry(Mode list) {
    return switch (list) {
      case EXCEPTION -> Numeric.RPL_EXCEPTLIST;
      case INVITATION -> Numeric.RPL_INVEXLIST;
      default -> Numeric.RPL_BANLIST;
    };
  }

  static Numeric end(Mode list) {
    return switch (list) {
      case EXCEPTION -> Numeric.RPL_ENDOFEXCEPTLIST;
      case INVITATION -> Numeric.RPL_ENDOFINVEXLIST;
      default -> Numeric.RPL_ENDOFBANLIST;
    };
  }
}
