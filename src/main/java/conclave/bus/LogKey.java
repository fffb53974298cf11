package conclave.bus;

import java.util.Optional;
import org.slf4j.spi.LoggingEventBuilder;

/** What entries of the log have beside their sentence. */
public final class LogKey {
  /** The id of the connection that has caused the entry; the audit log has it under this name. */
  public static final String CONNECTION = "connection";

  private LogKey() {}

  /** The same entry, which names the connection, if one is known. */
  public static LoggingEventBuilder of(Optional<String> connection, LoggingEventBuilder entry) {
    return connection.map(id -> entry.addKeyValue(CONNECTION, id)).orElse(entry);
  }
}
