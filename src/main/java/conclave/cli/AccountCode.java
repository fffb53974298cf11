package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account code NAME}. */
@Command(
    name = "code",
    description = "Make a code that logs an account in once, in place of its password.",
    mixinStandardHelpOptions = true)
final class AccountCode implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The account.",
      converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountCode() {}

  @Override
  public Integer call() {
    return server.code(3, "CODE", name.text());
  }
}
