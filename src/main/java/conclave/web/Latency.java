package conclave.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** How long something takes: as a metric since the start, and over the last ten seconds. */
public final class Latency {
  private static final long LEAST = TimeUnit.MICROSECONDS.toNanos(1);
  private static final long MOST = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 2;
  private static final int SECONDS = 10;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  /** The bounds of the metric's buckets, in milliseconds. */
  private static final Duration[] BOUNDS =
      Stream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  /**
   * The last ten seconds.
   *
   * @param count how often it happened; the rest is 0 where it has not
   * @param half half of the times were no longer than this, in seconds
   * @param most 99 of 100 were no longer than this, in seconds
   */
  public record Lately(long count, double half, double most) {
    static final Lately NEVER = new Lately(0, 0, 0);
  }

  private final Timer timer;
  private final Recorder recorder = new Recorder(LEAST, MOST, DIGITS);
  private final Deque<Histogram> seconds = new ArrayDeque<>();
  private Lately lately = Lately.NEVER;
  private boolean isKnown = true;

  /** Nothing has happened yet. */
  public Latency(MeterRegistry registry, String name, String description) {
    timer =
        Timer.builder(name)
            .description(description)
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
  }

  /** It took so long. Any thread. */
  public void record(long nanos) {
    timer.record(nanos, TimeUnit.NANOSECONDS);
    recorder.recordValue(Math.min(Math.max(nanos, 0), MOST));
  }

  /** A second is over. */
  synchronized void rotate() {
    Histogram oldest = seconds.size() < SECONDS ? null : seconds.removeFirst();
    seconds.addLast(recorder.getIntervalHistogram(oldest));
    isKnown = false;
  }

  /** How it was in the last ten seconds that are over. Any thread. */
  public synchronized Lately lately() {
    if (!isKnown) {
      Histogram all = new Histogram(LEAST, MOST, DIGITS);
      seconds.forEach(all::add);
      lately =
          all.getTotalCount() == 0
              ? Lately.NEVER
              : new Lately(
                  all.getTotalCount(),
                  all.getValueAtPercentile(50) / NANOS_PER_SECOND,
                  all.getValueAtPercentile(99) / NANOS_PER_SECOND);
      isKnown = true;
    }
    return lately;
  }
}
