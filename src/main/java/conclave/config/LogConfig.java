package conclave.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How the server logs, to standard error, and where it writes what concerns security.
 *
 * @param audit the file of the audit log, if there is one; a relative path starts from the data
 *     folder
 */
public record LogConfig(Level level, Format format, Optional<Path> audit) {
  /** The least severe entry that is written. */
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG
  }

  /** The form of an entry. */
  public enum Format {
    TEXT,
    JSON
  }
}
