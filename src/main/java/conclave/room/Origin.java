package conclave.room;

import java.util.Optional;

/**
 * Which command caused an event: it lets the sender's connection know its own, and a retry be
 * recognised.
 *
 * @param connection unique among all connections of the network, {@code ""} for the server itself
 * @param command counts the connection's commands
 * @param retry by what the same command is known when it comes again; not in the log's rows
 */
public record Origin(String connection, long command, Optional<RetryKey> retry) {
  /** The server's own doing. */
  public static final Origin SERVER = new Origin("", 0);

  /** Of a command that is done anew each time it comes. */
  public Origin(String connection, long command) {
    this(connection, command, Optional.empty());
  }

  /** The same, known by this key. */
  public Origin knownBy(RetryKey key) {
    return new Origin(connection, command, Optional.of(key));
  }
}
