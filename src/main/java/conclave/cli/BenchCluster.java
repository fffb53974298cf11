package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave bench cluster}: one room on several servers. */
@Command(
    name = "cluster",
    description = {
      "One room with members on several servers, of which those on the first send: how long it takes",
      "to the members of each."
    },
    mixinStandardHelpOptions = true)
final class BenchCluster implements Callable<Integer> {
  private static final int WINDOW = 8;

  @Mixin private BenchOptions options;

  @Mixin private BenchTalk talk;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many clients there are. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int clients;

  @Option(
      names = "--senders",
      paramLabel = "N",
      description = "How many of them send. Default: ${DEFAULT-VALUE}.",
      defaultValue = "10")
  private int senders;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  BenchCluster() {}

  @Override
  public Integer call() {
    return options.measure(bench -> bench.cluster(clients, senders, talk.plan(WINDOW)));
  }
}
