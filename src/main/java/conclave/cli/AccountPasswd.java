package conclave.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account passwd NAME}. */
@Command(
    name = "passwd",
    description = "Give an account another password, which is asked for.",
    mixinStandardHelpOptions = true)
final class AccountPasswd implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Mixin private NewPassword password;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The account.",
      converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountPasswd() {}

  @Override
  public Integer call() {
    try {
      return server.tell("PASSWD", name.text(), password.of(name.text(), server));
    } catch (IOException e) {
      return server.failed(e);
    }
  }
}
