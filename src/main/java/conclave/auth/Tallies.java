package conclave.auth;

import conclave.config.LimitsConfig;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Failed log-ins by key, and how long each key must wait for them. What is idle for ten minutes and
 * for twice its delay is forgotten: who waits a delay out finds the next one doubled.
 */
final class Tallies {
  private static final long IDLE_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final int MOST_DOUBLINGS = 30;

  /** What is known of one key. */
  private static final class Tally {
    private final int free;
    private int count;
    private long last;
    private long before;

    Tally(int free) {
      this.free = free;
    }
  }

  private final Remembered<Tally> tallies;
  private final long firstMillis;
  private final long longestMillis;
  private final LongSupplier clock;

  Tallies(LimitsConfig limits, LongSupplier clock) {
    this.tallies = new Remembered<>(limits.logInTracked());
    this.firstMillis = limits.logInDelay().toMillis();
    this.longestMillis = limits.logInDelayMax().toMillis();
    this.clock = clock;
  }

  /** Milliseconds until the key may try again; 0 or less for now. */
  long waiting(String key) {
    Tally tally = tallies.get(key);
    return tally == null ? 0 : tally.last + delay(tally) - clock.getAsLong();
  }

  /**
   * Counts one more failure.
   *
   * @param free failures before the first delay
   */
  void add(String key, int free) {
    long now = clock.getAsLong();
    Tally tally = tallies.get(key);
    if (tally == null || isForgotten(tally, now)) {
      tally = new Tally(free);
      tally.last = now;
      tallies.put(key, tally);
    }
    tally.count++;
    tally.before = tally.last;
    tally.last = now;
  }

  /**
   * Takes failures back that were none. The delay then runs from the failure before, so that a
   * success makes nobody else wait.
   */
  void takeBack(String key, int count) {
    Tally tally = tallies.get(key);
    if (tally == null) {
      return;
    }
    tally.count -= count;
    tally.last = tally.before;
    if (tally.count <= 0) {
      tallies.remove(key);
    }
  }

  /** Forgets a key, and tells how many failures it had. */
  int remove(String key) {
    Tally tally = tallies.remove(key);
    return tally == null || isForgotten(tally, clock.getAsLong()) ? 0 : tally.count;
  }

  int size() {
    return tallies.size();
  }

  private boolean isForgotten(Tally tally, long now) {
    return now - tally.last > Math.max(IDLE_MILLIS, 2 * delay(tally));
  }

  private long delay(Tally tally) {
    if (tally.count < tally.free) {
      return 0;
    }
    int doublings = Math.min(tally.count - tally.free, MOST_DOUBLINGS);
    return Math.min(firstMillis << doublings, longestMillis);
  }
}
