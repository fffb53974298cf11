package conclave.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder with a configuration file, and short ways to load it. */
record Loading(Path folder) {
  Path file() {
    return folder.resolve("c.yaml");
  }

  /** Loads a file with that text and nothing else. */
  LoadResult text(String yaml) {
    write("c.yaml", yaml);
    return ConfigLoader.load(Optional.of(file()), Map.of(), List.of());
  }

  /** The mistakes of a file with that text, with {@code c.yaml} in place of its full path. */
  List<String> mistakesOf(String yaml) {
    return lines(text(yaml));
  }

  List<String> lines(LoadResult result) {
    return result.mistakes().stream()
        .map(mistake -> mistake.toString().replace(file().toString(), "c.yaml"))
        .toList();
  }

  /** The configuration of a file with that text, which must be good. */
  Config configOf(String yaml) {
    return good(text(yaml));
  }

  Path write(String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoadResult env(Map<String, String> env) {
    return ConfigLoader.load(Optional.empty(), env, List.of());
  }

  static LoadResult sets(String... sets) {
    return ConfigLoader.load(Optional.empty(), Map.of(), List.of(sets));
  }

  static Config good(LoadResult result) {
    return result.config().orElseThrow(() -> new AssertionError(result.mistakes().toString()));
  }

  static List<String> mistakes(LoadResult result) {
    return result.mistakes().stream().map(Mistake::toString).toList();
  }
}
