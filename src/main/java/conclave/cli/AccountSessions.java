package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account sessions NAME}. */
@Command(
    name = "sessions",
    description = "List the sessions of an account.",
    mixinStandardHelpOptions = true)
final class AccountSessions implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Mixin private AccountListing listing;

  @Parameters(paramLabel = "NAME", description = "The account.", converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountSessions() {}

  @Override
  public Integer call() {
    return listing.of(server, "SESSIONS", name.text());
  }
}
