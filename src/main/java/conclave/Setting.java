package conclave;

import conclave.config.ConfigSources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that works on a server's own configuration and folder. */
final class Setting {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration; every key in it has a default.")
  private @Nullable Path file;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept (default: ${DEFAULT-VALUE}).",
      defaultValue = "data")
  private Path data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "One key of the configuration, over file and environment; repeatable.")
  private List<String> sets = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // picocli fills it
  Setting() {}

  /** What the configuration comes from. */
  ConfigSources sources() {
    return new ConfigSources(Optional.ofNullable(file), System.getenv(), sets);
  }

  /** The data folder, in full. */
  Path data() {
    return data.toAbsolutePath().normalize();
  }
}
