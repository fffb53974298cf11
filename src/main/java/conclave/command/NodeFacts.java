package conclave.command;

import java.util.List;

/**
 * One node of the network.
 *
 * @param isHere is it the one that was asked?
 * @param since when it started, milliseconds since 1970, UTC; 0 where it does not answer
 * @param users how many are on it
 * @param shards those that it owns, rising
 * @param epoch the highest under which it owns one
 * @param connections how many are open there
 * @param version what it runs; empty where it does not say
 */
public record NodeFacts(
    String name,
    boolean isHere,
    long since,
    int users,
    List<Integer> shards,
    long epoch,
    int connections,
    String version) {
  public NodeFacts {
    shards = List.copyOf(shards);
  }

  /** One of which nothing is known but its name. */
  public static NodeFacts silent(String name) {
    return new NodeFacts(name, false, 0, 0, List.of(), 0, 0, "");
  }

  /** The same, owning these. */
  public NodeFacts owning(List<Integer> these, long under) {
    return new NodeFacts(name, isHere, since, users, these, under, connections, version);
  }

  /** The same, as this node or another one. */
  public NodeFacts at(boolean here) {
    return new NodeFacts(name, here, since, users, shards, epoch, connections, version);
  }

  public boolean isSilent() {
    return since == 0;
  }
}
