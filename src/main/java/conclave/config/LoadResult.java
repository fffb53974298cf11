package conclave.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of loading: a configuration, or every mistake that stood in its way.
 *
 * @param config empty exactly if there are mistakes
 * @param mistakes those of the file, of the environment, of {@code --set}, and those between keys
 */
public record LoadResult(Optional<Config> config, List<Mistake> mistakes) {
  public LoadResult {
    mistakes = List.copyOf(mistakes);
    if (config.isPresent() != mistakes.isEmpty()) {
      throw new IllegalArgumentException("either a config or mistakes");
    }
  }

  static LoadResult good(Config config) {
    return new LoadResult(Optional.of(config), List.of());
  }

  static LoadResult bad(List<Mistake> mistakes) {
    return new LoadResult(Optional.empty(), mistakes);
  }
}
