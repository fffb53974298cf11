package conclave.command;

/**
 * What a node is asked about itself, by one of its own users or by another node.
 *
 * @param server the name under which it was asked
 * @param query what exactly, where there is more than one thing to know
 */
public record ServerQuestion(About about, String server, String query) {
  /** What is to be known of a server. */
  public enum About {
    MOTD,
    VERSION,
    TIME,
    INFO,
    ADMIN,
    STATS,
    /** Since when it runs, and how many are on it. */
    NODE
  }
}
