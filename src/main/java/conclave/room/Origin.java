package conclave.room;

/**
 * Which command caused an event: it lets the sender's connection know its own, and a retry be
 * recognised.
 *
 * @param connection unique among all connections of the network, {@code ""} for the server itself
 * @param command counts the connection's commands
 */
public record Origin(String connection, long command) {
  /** The server's own doing. */
  public static final Origin SERVER = new Origin("", 0);
}
