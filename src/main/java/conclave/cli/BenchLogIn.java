package conclave.cli;

import conclave.bench.LogIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As whom the clients of a measurement log in, where a server wants that. */
final class BenchLogIn {
  @Option(
      names = "--account",
      paramLabel = "NAME%d",
      description = "Log in; %%d is the number of the client, from 0, which is its nick as well.")
  private @Nullable String account;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = "Take the password of all accounts from the first line of this file.")
  private @Nullable Path passwordFile;

  boolean isGiven() {
    return account != null || passwordFile != null;
  }

  /** Nothing where they come as guests. */
  Optional<LogIn> logIn() throws IOException {
    if (account == null && passwordFile == null) {
      return Optional.empty();
    }
    if (account == null || passwordFile == null) {
      throw new IllegalArgumentException("--account and --password-file belong together");
    }
    return Optional.of(new LogIn(account, PasswordFile.read(passwordFile)));
  }
}
