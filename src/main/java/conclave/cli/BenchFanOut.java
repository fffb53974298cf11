package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave bench fan-out}: one room, in which some send. */
@Command(
    name = "fan-out",
    description = "One room: some send, everybody receives.",
    mixinStandardHelpOptions = true)
final class BenchFanOut implements Callable<Integer> {
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
  BenchFanOut() {}

  @Override
  public Integer call() {
    return options.measure(bench -> bench.fanOut(clients, senders, talk.plan(WINDOW)));
  }
}
