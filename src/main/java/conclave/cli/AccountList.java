package conclave.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code conclave account list}. */
@Command(name = "list", description = "List all accounts.", mixinStandardHelpOptions = true)
final class AccountList implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Mixin private AccountListing listing;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountList() {}

  @Override
  public Integer call() {
    return listing.of(server, "LIST");
  }
}
