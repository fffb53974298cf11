package conclave.cli;

import conclave.bench.Plan;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How the clients of a measurement talk. */
final class BenchTalk {
  @ArgGroup private @Nullable Pace pace;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      description = "How long is measured. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private double duration;

  @Option(
      names = "--warmup",
      paramLabel = "SECONDS",
      description = "How long they talk before that. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private double warmUp;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "What has not come when nothing came for so long is lost. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5")
  private double patience;

  @Option(
      names = "--payload",
      paramLabel = "BYTES",
      description = "The length of a message's text. Default: ${DEFAULT-VALUE}.",
      defaultValue = "100")
  private int payload;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "How often it is done. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int repeat;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  BenchTalk() {}

  /** As fast as it goes, or so fast. */
  private static final class Pace {
    @Option(
        names = "--window",
        paramLabel = "N",
        description = "As fast as the server is: each sender has so many messages under way.")
    private @Nullable Integer window;

    @Option(
        names = "--rate",
        paramLabel = "N",
        description =
            "So many messages a second of all senders together, on a fixed schedule; latency counts"
                + " from when each was due.")
    private @Nullable Double rate;
  }

  /**
   * The plan.
   *
   * @param window for when nothing is said of it
   */
  Plan plan(int window) {
    Optional<Pace> given = Optional.ofNullable(pace);
    Optional<Double> rate = given.flatMap(one -> Optional.ofNullable(one.rate));
    return new Plan(
        given.flatMap(one -> Optional.ofNullable(one.window)).orElse(window),
        rate.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        seconds(warmUp),
        seconds(duration),
        seconds(patience),
        payload,
        repeat);
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }
}
