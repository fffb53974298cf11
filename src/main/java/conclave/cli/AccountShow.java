package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code conclave account info NAME}. */
@Command(name = "info", description = "Tell of one account.", mixinStandardHelpOptions = true)
final class AccountShow implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Mixin private AccountListing listing;

  @Parameters(paramLabel = "NAME", description = "The account.", converter = Word.Converter.class)
  private Word name;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountShow() {}

  @Override
  public Integer call() {
    return listing.of(server, "INFO", name.text());
  }
}
