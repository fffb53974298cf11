package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account disable NAME}. */
@Command(
    name = "disable",
    description = "Let nobody in with this account, and put out who is in with it.",
    mixinStandardHelpOptions = true)
final class AccountDisable implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Parameters(paramLabel = "NAME", description = "The account.", converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountDisable() {}

  @Override
  public Integer call() {
    return server.tell("DISABLE", name.text());
  }
}
