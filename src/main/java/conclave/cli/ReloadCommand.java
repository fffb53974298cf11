package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code conclave reload}: has a running server read its configuration again. */
@Command(
    name = "reload",
    description = {
      "Have a running server read its configuration and certificate again, as SIGHUP does:",
      "the one with the data folder --data on this machine, or another one with an"
          + " administrator's log-in (--server)."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit codes: 0 done, 1 failed or refused, 2 wrong usage, or a mistake in the"
          + " configuration: then all is as it was."
    })
public final class ReloadCommand implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public ReloadCommand() {}

  @Override
  public Integer call() {
    return server.reload();
  }
}
