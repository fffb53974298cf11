package conclave.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account add NAME ROLE}. */
@Command(
    name = "add",
    description = "Make an account. Its password is asked for.",
    mixinStandardHelpOptions = true)
final class AccountAdd implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Mixin private NewPassword password;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "The account.",
      converter = Word.Converter.class)
  private Word name;

  @Parameters(
      index = "1",
      paramLabel = "ROLE",
      description = "member, operator or admin.",
      converter = Word.RoleConverter.class)
  private Word role;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountAdd() {}

  @Override
  public Integer call() {
    try {
      return server.tell("ADD", name.text(), role.text(), password.of(name.text(), server));
    } catch (IOException e) {
      return server.failed(e);
    }
  }
}
