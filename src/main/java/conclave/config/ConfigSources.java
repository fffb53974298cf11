package conclave.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a server's configuration comes from; it can be loaded from there again.
 *
 * @param file the YAML file, if there is one
 * @param env the whole environment
 * @param sets each {@code section.key=value}
 */
public record ConfigSources(Optional<Path> file, Map<String, String> env, List<String> sets) {
  public ConfigSources {
    env = Map.copyOf(env);
    sets = List.copyOf(sets);
  }

  /** The configuration, or every mistake in it. Blocks. */
  public LoadResult load() {
    return ConfigLoader.load(file, env, sets);
  }

  /** The file as people call it, without its folders. */
  public String name() {
    return file.map(Path::getFileName).map(Path::toString).orElse("(no file)");
  }

  /** Not shown: the environment may hold secrets. */
  @Override
  public String toString() {
    return name();
  }
}
