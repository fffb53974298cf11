package conclave.gateway;

/**
 * How far one connection was shown one log. What was written since the last but one sign of life of
 * the peer may never have arrived. One loop.
 */
final class Shown {
  private long seq;
  private long last;
  private long sure;
  private int sign;

  /** Up to this sequence, at first. */
  Shown(long seq) {
    this.seq = seq;
    this.last = seq;
    this.sure = seq;
  }

  long seq() {
    return seq;
  }

  /**
   * Everything up to there is written.
   *
   * @param now how many signs of life there were
   */
  void reach(long to, int now) {
    if (sign != now) {
      sure = now - sign == 1 ? last : seq;
      last = seq;
      sign = now;
    }
    seq = Math.max(seq, to);
  }

  /** How far it was shown before the last but one of so many signs of life. */
  long before(int now) {
    return switch (now - sign) {
      case 0 -> sure;
      case 1 -> last;
      default -> seq;
    };
  }
}
