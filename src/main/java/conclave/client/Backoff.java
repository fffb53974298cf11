package conclave.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before the next attempt: 1, 2, 4 … 30 seconds, each a little at random. */
final class Backoff {
  private static final long FIRST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 30_000;

  private long millis = FIRST_MILLIS;
  private Duration least = Duration.ZERO;

  Duration next() {
    long now = millis;
    millis = Math.min(millis * 2, LONGEST_MILLIS);
    // up to a quarter less, so that not all clients of a restarted server come at once
    Duration pause = Duration.ofMillis(now - ThreadLocalRandom.current().nextLong(now / 4));
    Duration wanted = least;
    least = Duration.ZERO;
    return pause.compareTo(wanted) < 0 ? wanted : pause;
  }

  /** The next pause is to be no shorter than this. */
  void atLeast(Duration pause) {
    least = pause;
  }

  void reset() {
    millis = FIRST_MILLIS;
  }
}
