package conclave.dialect.irc;

/** Which numeric shows which row of STATS. */
final class IrcStats {
  private IrcStats() {}

  static Numeric numeric(String kind) {
    return switch (kind) {
      case "d" -> Numeric.RPL_STATSDLINE;
      case "k" -> Numeric.RPL_STATSKLINE;
      case "m" -> Numeric.RPL_STATSCOMMANDS;
      case "o" -> Numeric.RPL_STATSOLINE;
      case "u" -> Numeric.RPL_STATSUPTIME;
      default -> throw new IllegalArgumentException("no numeric for STATS " + kind);
    };
  }
}
