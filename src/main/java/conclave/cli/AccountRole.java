package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account role NAME ROLE}. */
@Command(
    name = "role",
    description = "Give an account another role.",
    mixinStandardHelpOptions = true)
final class AccountRole implements Callable<Integer> {
  @Mixin private ServerChoice server;

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
  AccountRole() {}

  @Override
  public Integer call() {
    return server.tell("ROLE", name.text(), role.text());
  }
}
