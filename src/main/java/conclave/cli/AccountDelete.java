package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account delete NAME}. */
@Command(
    name = "delete",
    description = "Delete an account. Nobody else can have its name.",
    mixinStandardHelpOptions = true)
final class AccountDelete implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Parameters(paramLabel = "NAME", description = "The account.", converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountDelete() {}

  @Override
  public Integer call() {
    return server.tell("DELETE", name.text());
  }
}
