package conclave.handler;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How many wrong guesses each address has, by the minute. Any thread. */
final class GuessLimit {
  /** So many are good in a minute. */
  static final int GUESSES = 5;

  /** So many addresses are counted; while there are more, nobody may guess. */
  static final int MAX_ADDRESSES = 1_000;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private final Map<String, Integer> wrong = new HashMap<>();
  private long since;

  GuessLimit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  synchronized boolean mayGuess(String address) {
    long now = nanoTime.getAsLong();
    if (now - since >= MINUTE) {
      since = now;
      wrong.clear();
    }
    Integer guesses = wrong.get(address);
    return guesses == null ? wrong.size() < MAX_ADDRESSES : guesses < GUESSES;
  }

  synchronized void wrong(String address) {
    wrong.merge(address, 1, Integer::sum);
  }
}
