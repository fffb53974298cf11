package conclave.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of other people, which may be missing. */
final class Installed {
  private Installed() {}

  /** Skips the test, and says so, where a program is not installed. */
  static void orSkip(String... programs) {
    for (String program : programs) {
      if (find(program).isEmpty()) {
        String reason = "SKIPPED: " + program + " is not installed, so it was not tried";
        System.err.println(reason);
        assumeTrue(false, reason);
      }
    }
  }

  /** Where a program is that is installed. */
  static Path path(String program) {
    return find(program).orElseThrow();
  }

  private static Optional<Path> find(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
