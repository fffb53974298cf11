package conclave.bench;

import java.util.concurrent.TimeUnit;

/**
 * When messages are due at a fixed rate, whatever the server does. They leave at the ticks of a
 * millisecond, and are due then: so a wait that is the timer's own is none of the server's.
 */
final class Schedule {
  static final long TICK = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private final double rate;
  private long next;

  /**
   * A schedule.
   *
   * @param rate messages a second
   */
  Schedule(double rate) {
    this.rate = rate;
  }

  /** The number of the next message. */
  long next() {
    return next;
  }

  /** When the next message is due: nanoseconds since the beginning. */
  long due() {
    return (long) Math.ceil(next * SECOND / rate / TICK) * TICK;
  }

  /** The next message is sent. */
  void sent() {
    next++;
  }
}
