package conclave.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The password that an account is to have: asked for twice, or from a file. */
final class NewPassword {
  @Option(
      names = "--new-password-file",
      paramLabel = "FILE",
      description =
          "Take the account's password from the first line of this file. Without --server,"
              + " --password-file is the same.")
  private @Nullable Path file;

  /** Gets it. */
  String of(String account, ServerChoice server) throws IOException {
    Optional<Path> given = Optional.ofNullable(file).or(server::freePasswordFile);
    String password = given.isPresent() ? PasswordFile.read(given.get()) : asked(account, server);
    if (password.isEmpty()) {
      throw new IOException("an account needs a password");
    }
    return password;
  }

  private static String asked(String account, ServerChoice server) throws IOException {
    String otherwise = "give --new-password-file";
    String once = server.secret("New password of " + account + ": ", otherwise);
    if (!once.equals(server.secret("Again: ", otherwise))) {
      throw new IOException("the two passwords are not the same");
    }
    return once;
  }
}
