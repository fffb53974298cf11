package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave bench rooms}: many rooms, in which everybody sends. */
@Command(
    name = "rooms",
    description = "Many rooms, in which everybody sends.",
    mixinStandardHelpOptions = true)
final class BenchRooms implements Callable<Integer> {
  private static final int WINDOW = 1;

  @Mixin private BenchOptions options;

  @Mixin private BenchTalk talk;

  @Option(
      names = "--clients",
      paramLabel = "N",
      description = "How many clients there are. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2000")
  private int clients;

  @Option(
      names = "--rooms",
      paramLabel = "N",
      description = "How many rooms there are. Default: ${DEFAULT-VALUE}.",
      defaultValue = "200")
  private int rooms;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  BenchRooms() {}

  @Override
  public Integer call() {
    return options.measure(bench -> bench.rooms(clients, rooms, talk.plan(WINDOW)));
  }
}
