package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code conclave drain}: has a running server end, in order. */
@Command(
    name = "drain",
    description = {
      "Have a running server end in order, as SIGTERM does: the one with the data folder --data on",
      "this machine, or another one with an administrator's log-in (--server). Nobody is sent to it",
      "any more (/health/ready), who is there is told, and what was echoed is stored."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 it has ended, or will where it runs elsewhere; 1 failed, refused, or it has not"
          + " ended in time; 2 wrong usage."
    })
public final class DrainCommand implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Option(
      names = "--in",
      paramLabel = "SECONDS",
      description =
          "Tell everybody now, and end then: 0 to 3600. Meanwhile it goes on. Default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "0")
  private int seconds;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public DrainCommand() {}

  @Override
  public Integer call() {
    return server.drain(seconds);
  }
}
