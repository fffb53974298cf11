package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account enable NAME}. */
@Command(
    name = "enable",
    description = "Let a disabled account in again.",
    mixinStandardHelpOptions = true)
final class AccountEnable implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Parameters(paramLabel = "NAME", description = "The account.", converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountEnable() {}

  @Override
  public Integer call() {
    return server.tell("ENABLE", name.text());
  }
}
