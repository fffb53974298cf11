package conclave.cluster;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * For how long the store has not answered lately. Nobody could say meanwhile that it lives: the
 * others are given as much time more, and whoever answers first takes nobody for dead. One loop.
 */
final class Outage {
  /** What may lie between two answers of a store that is there. */
  private static final long USUAL_MILLIS = 1_500;

  private final LongSupplier nanos;
  private OptionalLong last = OptionalLong.empty();
  private long length;
  private long until;

  /**
   * None yet.
   *
   * @param nanos a clock that only goes on
   */
  Outage(LongSupplier nanos) {
    this.nanos = nanos;
  }

  private long now() {
    return TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong());
  }

  /** Who was heard of no longer ago than this, in milliseconds, may live. */
  long patience() {
    return NodeTable.LIVING_MILLIS + (isOver() ? 0 : length);
  }

  /**
   * The store has answered.
   *
   * @param patience with which it was asked
   * @return whether the others had the time to be heard of; else it is to be asked again
   */
  boolean answered(long patience) {
    long now = now();
    long gap = now - last.orElse(now);
    last = OptionalLong.of(now);
    if (gap <= patience - NodeTable.LIVING_MILLIS + USUAL_MILLIS) {
      return true;
    }
    length = gap;
    until = now + NodeTable.LIVING_MILLIS;
    return false;
  }

  /** Have all had the time to say that they live, since the store answers again? */
  boolean isOver() {
    return length == 0 || now() >= until;
  }

  /** Has it not answered for so long that others may take this node for dead? */
  boolean isLong() {
    return last.isEmpty() || now() - last.getAsLong() >= NodeTable.LIVING_MILLIS;
  }
}
