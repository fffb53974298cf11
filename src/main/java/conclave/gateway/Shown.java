package conclave.gateway;

/**
 * How far one connection was shown one log. What was written since the peer last gave a sign of
 * life may never have arrived. One loop.
 */
final class Shown {
  private long seq;
  private long sure;
  private int sign;

  /** Up to this sequence, at first. */
  Shown(long seq) {
    this.seq = seq;
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
      sure = seq;
      sign = now;
    }
    seq = Math.max(seq, to);
  }

  /** How far it was shown before the last of so many signs of life. */
  long before(int now) {
    return sign == now ? sure : seq;
  }
}
