package conclave.bench;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long something took, of many. */
final class Latencies {
  private static final long LEAST = 1_000;
  private static final long MOST = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 3;
  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Histogram histogram = new Histogram(LEAST, MOST, DIGITS);

  void record(long nanos) {
    histogram.recordValue(Math.min(Math.max(nanos, 0), MOST));
  }

  void add(Latencies others) {
    histogram.add(others.histogram);
  }

  long count() {
    return histogram.getTotalCount();
  }

  /** So many of a hundred took no longer than this. */
  double millis(double percentile) {
    return count() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }

  double mostMillis() {
    return millis(100);
  }
}
