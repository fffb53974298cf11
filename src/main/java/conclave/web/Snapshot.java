package conclave.web;

import conclave.web.Latency.Lately;
import java.util.List;

/**
 * What the server looks like at one moment, in numbers. Counters count since the start and never
 * fall.
 *
 * @param about what the server is
 * @param health whether all is well
 * @param users who is logged in, each counted once
 * @param connections open sockets
 * @param rooms with at least one member
 * @param talk what is said
 * @param logIns tried so far
 * @param store what it does
 * @param machine what it needs
 */
public record Snapshot(
    About about,
    Health health,
    int users,
    Connections connections,
    int rooms,
    Talk talk,
    LogIns logIns,
    Store store,
    Machine machine) {
  /**
   * What does not change.
   *
   * @param server the server's name
   * @param network the network's name
   * @param version of Conclave
   * @param startedMillis when the server started, in milliseconds since 1970
   */
  public record About(String server, String network, String version, long startedMillis) {}

  /**
   * Whether people can talk.
   *
   * @param problems what is wrong, a sentence each, fit for the eyes of anybody; none where all is
   *     well
   * @param warnings what will be wrong if nothing is done, likewise
   * @param expiresMillis when the certificate expires, in milliseconds since 1970
   */
  public record Health(List<String> problems, List<String> warnings, long expiresMillis) {
    public Health {
      problems = List.copyOf(problems);
      warnings = List.copyOf(warnings);
    }
  }

  /** Is nothing wrong? */
  public boolean healthy() {
    return health.problems.isEmpty();
  }

  /**
   * Open sockets.
   *
   * @param irc that speak IRC
   * @param plain that speak plain text
   * @param unknown that have not said enough to tell
   * @param links by what carries them, the newest version of TLS first
   */
  public record Connections(int irc, int plain, int unknown, List<Link> links) {
    public Connections {
      links = List.copyOf(links);
    }

    /** All of them. */
    public int total() {
      return irc + plain + unknown;
    }

    /**
     * How many of those that have an address come over IPv6, from 0 to 1; 0 where there are none.
     */
    public double ipv6Share() {
      long with =
          links.stream().filter(l -> !l.family().equals("local")).mapToLong(Link::count).sum();
      long six = links.stream().filter(l -> l.family().equals("ipv6")).mapToLong(Link::count).sum();
      return with == 0 ? 0 : (double) six / with;
    }
  }

  /**
   * What carries so many connections.
   *
   * @param protocol the version of TLS, or {@code none}
   * @param cipher its suite, or {@code none}
   * @param family {@code ipv6}, {@code ipv4} or {@code local}
   */
  public record Link(String protocol, String cipher, String family, long count) {}

  /**
   * What is said.
   *
   * @param messages accepted so far
   * @param deliveries messages handed to a connection so far
   * @param slow connections that read more slowly than is talked, now
   * @param dropped connections that were ended for that so far
   * @param echo from a line to its echo
   */
  public record Talk(long messages, long deliveries, long slow, long dropped, Lately echo) {}

  /**
   * Log-ins by how they ended.
   *
   * @param succeeded with an account
   * @param failed by a wrong password or otherwise
   */
  public record LogIns(long succeeded, long failed) {}

  /**
   * What the store does.
   *
   * @param commits so far
   * @param queued events that wait now
   * @param commit how long one takes
   */
  public record Store(long commits, long queued, Lately commit) {}

  /**
   * What the server needs.
   *
   * @param usedBytes of the heap
   * @param maxBytes that the heap may have
   * @param lag how late event loops are
   */
  public record Machine(long usedBytes, long maxBytes, Lately lag) {}
}
