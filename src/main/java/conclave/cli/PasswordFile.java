package conclave.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A file whose first line is a password. */
final class PasswordFile {
  private PasswordFile() {}

  /**
   * The password.
   *
   * @throws IOException saying what is wrong with the file, for people
   */
  static String read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("");
    } catch (IOException | UncheckedIOException e) {
      throw new IOException("the password file can't be read: " + e.getMessage(), e);
    }
  }
}
