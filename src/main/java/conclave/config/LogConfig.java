package conclave.config;

/** How the server logs, to standard error. */
public record LogConfig(Level level, Format format) {
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
