package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account end NAME N|all}. */
@Command(
    name = "end",
    description = "End a session of an account, or all of them.",
    mixinStandardHelpOptions = true)
final class AccountEnd implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The account.",
      converter = Word.Converter.class)
  private Word name;

  @Parameters(
      index = "1",
      paramLabel = "N|all",
      description = "The session's number, or all.",
      converter = Word.SessionConverter.class)
  private Word which;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountEnd() {}

  @Override
  public Integer call() {
    return server.tell("END", name.text(), which.text());
  }
}
