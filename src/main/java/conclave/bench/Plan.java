package conclave.bench;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How clients talk.
 *
 * @param window how many messages of each sender are under way at a time, where there is no rate
 * @param rate messages a second of all senders together, on a fixed schedule
 * @param warmUp how long they talk before anything is measured
 * @param duration how long it is measured
 * @param patience how long nothing comes before what has not come is lost
 * @param payload bytes of a message's text
 * @param repeat how often it is done
 */
public record Plan(
    int window,
    OptionalDouble rate,
    Duration warmUp,
    Duration duration,
    Duration patience,
    int payload,
    int repeat) {

  /** What fits into a line of 512 bytes with the longest names. */
  public static final int MOST_PAYLOAD = 350;

  /** What a message says of itself. */
  public static final int LEAST_PAYLOAD = Stamp.LENGTH;

  public Plan {
    demand(window >= 1 && window <= 10_000, "--window is 1 to 10000");
    demand(
        rate.isEmpty() || (rate.getAsDouble() > 0 && rate.getAsDouble() <= 1_000_000),
        "--rate is above 0, and at most 1000000 messages a second");
    demand(!warmUp.isNegative(), "--warmup is 0 seconds or more");
    demand(!duration.isNegative() && !duration.isZero(), "--duration is above 0 seconds");
    demand(!patience.isNegative() && !patience.isZero(), "--patience is above 0 seconds");
    demand(
        payload >= LEAST_PAYLOAD && payload <= MOST_PAYLOAD,
        "--payload is " + LEAST_PAYLOAD + " to " + MOST_PAYLOAD + " bytes");
    demand(repeat >= 1 && repeat <= 1_000, "--repeat is 1 to 1000");
  }

  private static void demand(boolean isSo, String sentence) {
    if (!isSo) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /** What counts. */
  Tally.Span measured() {
    return new Tally.Span(warmUp.toNanos(), warmUp.plus(duration).toNanos());
  }
}
