package conclave.command;

import java.util.Optional;

/** What a person can ask about, or of, the servers that are the network. */
public sealed interface ServerCommand extends Command.OfServers {
  /** LINKS. */
  record Links(String mask) implements ServerCommand {}

  /** MAP. */
  record ShowMap() implements ServerCommand {}

  /**
   * What each node does.
   *
   * @param name of one, which is shown with all that it owns
   */
  record ShowNodes(Optional<String> name) implements ServerCommand {}

  /**
   * The server is to end.
   *
   * @param seconds what who is here has until then
   */
  record Drain(int seconds) implements ServerCommand {}

  /** STATS: one letter says of what. */
  record Stats(String query, Optional<String> server) implements ServerCommand {}
}
