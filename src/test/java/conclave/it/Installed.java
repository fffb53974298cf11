package conclave.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of other people, which may be missing. */
final class Installed {
  private Installed() {}

  /** Skips the test, and says so, where a program is not installed. */
  static void orSkip(String... programs) {
    for (String program : programs) {
      boolean isThere =
          Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
      if (!isThere) {
        String reason = "SKIPPED: " + program + " is not installed, so it was not tried";
        System.err.println(reason);
        assumeTrue(false, reason);
      }
    }
  }
}
