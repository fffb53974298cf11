package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave bench idle}: connections on which nothing happens. */
@Command(
    name = "idle",
    description = "Connections on which nothing happens: what memory and CPU they cost.",
    mixinStandardHelpOptions = true)
final class BenchIdle implements Callable<Integer> {
  @Mixin private BenchOptions options;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many clients there are. Default: ${DEFAULT-VALUE}.",
      defaultValue = "5000")
  private int clients;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long nothing happens. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int seconds;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  BenchIdle() {}

  @Override
  public Integer call() {
    return options.measure(bench -> bench.idle(clients, seconds));
  }
}
