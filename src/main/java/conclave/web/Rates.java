package conclave.web;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast the counters rise, over about the last ten seconds. Fed about once a second, by one
 * thread that also reads it.
 */
final class Rates {
  static final long WINDOW_MILLIS = 10_000;

  /**
   * The mean over the window; 0 before the second sample.
   *
   * @param messages accepted in a second
   * @param deliveries handed out in a second
   */
  record PerSecond(double messages, double deliveries) {}

  private record Sample(long atMillis, long messages, long deliveries) {}

  private final Deque<Sample> samples = new ArrayDeque<>();

  /** Takes the counters as they are at a moment of a clock that never goes back. */
  void sample(long atMillis, long messages, long deliveries) {
    samples.addLast(new Sample(atMillis, messages, deliveries));
    // two stay whatever their age: after a pause of the timer a long mean is better than none
    while (samples.size() > 2 && samples.getFirst().atMillis() < atMillis - WINDOW_MILLIS) {
      samples.removeFirst();
    }
  }

  PerSecond perSecond() {
    if (samples.size() < 2) {
      return new PerSecond(0, 0);
    }
    Sample first = samples.getFirst();
    Sample last = samples.getLast();
    double seconds = Math.max(1, last.atMillis() - first.atMillis()) / 1000.0;
    return new PerSecond(
        Math.max(0, last.messages() - first.messages()) / seconds,
        Math.max(0, last.deliveries() - first.deliveries()) / seconds);
  }
}
