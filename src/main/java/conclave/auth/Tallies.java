package conclave.auth;

import conclave.config.Config;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Failed log-ins by key, and how long each key must wait for them. What is idle for ten minutes and
 * for twice its delay is forgotten: who waits a delay out finds the next one doubled.
 */
final class Tallies {
  private static final long IDLE_MILLIS = Duration.ofMinutes(10).toMillis();
  private static final long UNDER_WAY_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final int MOST_DOUBLINGS = 30;

  /** What is known of one key. */
  private static final class Tally {
    private final int free;
    private final Deque<Long> underWay = new ArrayDeque<>(1);
    private int count;
    private long last;
    private long before;

    Tally(int free) {
      this.free = free;
    }
  }

  private final Remembered<Tally> tallies;
  private final Config config;
  private final LongSupplier clock;

  Tallies(Config config, LongSupplier clock) {
    this.tallies = new Remembered<>(config.limits().logInTracked());
    this.config = config;
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
    if (tally == null) {
      tally = new Tally(free);
      tally.last = now;
      tallies.put(key, tally);
    } else if (isForgotten(tally, now)) {
      tally.count = 0;
      tally.last = now;
    }
    tally.count++;
    tally.before = tally.last;
    tally.last = now;
  }

  /**
   * May one more begin, beside those that are under way and not decided yet? As many as {@code
   * most} where nothing has failed, fewer with each failure, and one at a time where none is free.
   * What is under way for a minute was given up, and has failed.
   */
  boolean admits(String key, int free, int most) {
    Tally tally = tallies.get(key);
    if (tally == null) {
      return true;
    }
    giveUp(key, tally, free);
    int failed = Math.min(tally.count, free);
    return tally.underWay.size() < Math.max(1, (long) most * (free - failed) / free);
  }

  private void giveUp(String key, Tally tally, int free) {
    long now = clock.getAsLong();
    while (!tally.underWay.isEmpty() && now - tally.underWay.peek() > UNDER_WAY_MILLIS) {
      tally.underWay.poll();
      add(key, free);
    }
  }

  /** One more is under way. */
  void begin(String key, int free) {
    Tally tally = tallies.get(key);
    if (tally == null) {
      tally = new Tally(free);
      tally.last = clock.getAsLong();
      tally.before = tally.last;
      tallies.put(key, tally);
    }
    tally.underWay.add(clock.getAsLong());
  }

  /** One that was under way is decided; whether it has failed, {@link #add} tells. */
  void end(String key) {
    Tally tally = tallies.get(key);
    if (tally != null) {
      tally.underWay.poll();
      if (tally.count <= 0 && tally.underWay.isEmpty()) {
        tallies.remove(key);
      }
    }
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
    return Math.min(
        config.limits().logInDelay().toMillis() << doublings,
        config.limits().logInDelayMax().toMillis());
  }
}
