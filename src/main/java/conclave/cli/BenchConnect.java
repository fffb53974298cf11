package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave bench connect}: a storm of connections. */
@Command(
    name = "connect",
    description = {
      "A storm of connections, each with a whole TLS handshake: how many a second, what one costs the",
      "server, and how long it takes from the first packet to the welcome."
    },
    mixinStandardHelpOptions = true)
final class BenchConnect implements Callable<Integer> {
  @Mixin private BenchOptions options;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many clients there are. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2000")
  private int clients;

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "How often they come, and go again. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int repeat;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  BenchConnect() {}

  @Override
  public Integer call() {
    return options.measure(bench -> bench.connect(clients, repeat));
  }
}
