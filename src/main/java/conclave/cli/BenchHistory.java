package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave bench history}: fan-out with history and without, in turns. */
@Command(
    name = "history",
    description =
        "What history costs: one room with it and one of mode E, in turns, and their ratio.",
    mixinStandardHelpOptions = true)
final class BenchHistory implements Callable<Integer> {
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
  BenchHistory() {}

  @Override
  public Integer call() {
    return options.measure(bench -> bench.history(clients, senders, talk.plan(WINDOW)));
  }
}
