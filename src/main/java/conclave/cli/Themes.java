package conclave.cli;

import conclave.client.UserFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The theme that the user has chosen, kept in a file beside the client's others. */
final class Themes {
  static final String NAMES = "auto|dark|light|mono";

  private Themes() {}

  /** The theme to begin with: no colours where the environment says so (no-color.org). */
  static Theme begin(Map<String, String> environment, String home, boolean noColour) {
    if (noColour || !environment.getOrDefault("NO_COLOR", "").isEmpty()) {
      return Theme.MONO;
    }
    try {
      return Files.readAllLines(file(environment, home)).stream()
          .findFirst()
          .flatMap(Theme::named)
          .orElse(Theme.AUTO);
    } catch (IOException e) {
      return Theme.AUTO; // nothing was chosen yet
    }
  }

  /** Takes a theme and remembers it; nothing if there is none of that name. */
  static Optional<Theme> choose(String name) throws IOException {
    Optional<Theme> chosen = Theme.named(name);
    if (chosen.isPresent()) {
      Path file = file(System.getenv(), System.getProperty("user.home", ""));
      UserFiles.replace(file, List.of(chosen.get().toString()));
    }
    return chosen;
  }

  private static Path file(Map<String, String> environment, String home) {
    return UserFiles.folder(environment, home).resolve("theme");
  }
}
