package conclave.gateway;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** How often each prefix may connect, by the minute. Any thread. */
final class ConnectRate {
  /**
   * So many prefixes are counted in one minute; more are let in uncounted, and can't fill memory.
   */
  static final int MAX_PREFIXES = 100_000;

  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final IntSupplier limit;
  private final LongSupplier nanoTime;
  private final Map<String, Integer> begun = new HashMap<>();
  private long since;

  ConnectRate(IntSupplier limit, LongSupplier nanoTime) {
    this.limit = limit;
    this.nanoTime = nanoTime;
    this.since = nanoTime.getAsLong();
  }

  /** Counts one more connection; false where it is one too many. */
  synchronized boolean admits(AddressPrefix prefix) {
    long now = nanoTime.getAsLong();
    if (now - since >= MINUTE) {
      since = now;
      begun.clear();
    }
    if (begun.size() >= MAX_PREFIXES && !begun.containsKey(prefix.text())) {
      return true;
    }
    return begun.merge(prefix.text(), 1, Integer::sum) <= limit.getAsInt();
  }
}
