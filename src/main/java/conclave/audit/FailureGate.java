package conclave.audit;

import java.time.Duration;

/**
 * Lets so many failed log-ins of ten seconds be listed, and counts the others. Any thread; what is
 * done under the lock is a few additions.
 */
final class FailureGate {
  private static final int LISTED = 100;
  private static final long WINDOW_MILLIS = Duration.ofSeconds(10).toMillis();

  private long start;
  private int seen = LISTED;
  private long notListed;
  private long notListedSince;

  /** May this one be listed? If not it is counted. */
  synchronized boolean passes(long millis) {
    if (seen == LISTED && millis - start >= WINDOW_MILLIS) {
      start = millis;
      seen = 0;
    }
    if (seen < LISTED) {
      seen++;
      return true;
    }
    if (notListed++ == 0) {
      notListedSince = millis;
    }
    return false;
  }

  /** How many were not listed, once it is ten seconds since the first of them; 0 before. */
  synchronized long take(long millis) {
    return notListed > 0 && millis - notListedSince >= WINDOW_MILLIS ? takeAll() : 0;
  }

  /** How many were not listed and not told yet. */
  synchronized long takeAll() {
    long count = notListed;
    notListed = 0;
    return count;
  }
}
