package conclave.web;

import java.util.List;

/**
 * What the server looks like at one moment, in numbers. Counters count since the start and never
 * fall.
 *
 * @param server the server's name
 * @param network the network's name
 * @param version of Conclave
 * @param startedMillis when the server started, in milliseconds since 1970
 * @param problems what is wrong, a sentence each, fit for the eyes of anybody; none where all is
 *     well
 * @param users who is logged in, each counted once
 * @param connections open sockets
 * @param rooms with at least one member
 * @param messages accepted so far
 * @param deliveries messages handed to a connection so far
 * @param logIns tried so far
 * @param commits of the store so far
 * @param queued events that wait for the store now
 */
public record Snapshot(
    String server,
    String network,
    String version,
    long startedMillis,
    List<String> problems,
    int users,
    Connections connections,
    int rooms,
    long messages,
    long deliveries,
    LogIns logIns,
    long commits,
    long queued) {
  public Snapshot {
    problems = List.copyOf(problems);
  }

  /** Is nothing wrong? */
  public boolean healthy() {
    return problems.isEmpty();
  }

  /**
   * Open sockets by dialect.
   *
   * @param irc that speak IRC
   * @param plain that speak plain text
   * @param unknown that have not said enough to tell
   */
  public record Connections(int irc, int plain, int unknown) {
    /** All of them. */
    public int total() {
      return irc + plain + unknown;
    }
  }

  /**
   * Log-ins by how they ended.
   *
   * @param succeeded with an account
   * @param failed by a wrong password or otherwise
   */
  public record LogIns(long succeeded, long failed) {}
}
