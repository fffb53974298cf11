package conclave.cluster;

import conclave.bus.Addresses;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which nodes there are, as one of them sees it. Immutable.
 *
 * @param self the node that sees it
 * @param nodes those that it is joined with, itself among them, rising
 * @param isWhole are these more than half of all that live? A part that is not owns nothing
 */
public record View(String self, List<String> nodes, boolean isWhole) {
  /** Of one that sees nobody yet, itself neither. */
  static View none(String self) {
    return new View(self, List.of(), false);
  }

  /**
   * What a node sees.
   *
   * @param joined those that it is joined with, itself among them
   * @param living those that the store has heard of lately
   */
  static View of(String self, Collection<String> joined, Collection<String> living) {
    Set<String> here = new TreeSet<>(joined);
    here.retainAll(living);
    Set<String> all = new HashSet<>(living);
    boolean isMore = 2 * here.size() > all.size();
    boolean isHalf = 2 * here.size() == all.size();
    boolean hasFirst = !here.isEmpty() && here.contains(new TreeSet<>(all).first());
    boolean isWhole = here.contains(self) && (isMore || (isHalf && hasFirst));
    return new View(self, List.copyOf(here), isWhole);
  }

  /** Who owns a shard; nobody where this is no whole network. */
  Optional<String> owner(int shard) {
    if (!isWhole) {
      return Optional.empty();
    }
    String best = nodes.get(0);
    long most = weight(best, shard);
    for (String node : nodes.subList(1, nodes.size())) {
      long weight = weight(node, shard);
      if (weight > most) {
        most = weight;
        best = node;
      }
    }
    return Optional.of(best);
  }

  /** The shards that this node owns. */
  Set<Integer> own() {
    return IntStream.range(0, Addresses.SHARDS)
        .filter(shard -> owner(shard).filter(self::equals).isPresent())
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** All but this node. */
  List<String> others() {
    return nodes.stream().filter(node -> !node.equals(self)).toList();
  }

  boolean has(String node) {
    return nodes.contains(node);
  }

  /** Is this node the one that does what one of them must do? */
  boolean isFirst() {
    return isWhole && nodes.get(0).equals(self);
  }

  /**
   * Rendezvous hashing: each node draws a number for each shard, and the highest has it, so that
   * only those of who comes or goes change hands.
   */
  private static long weight(String node, int shard) {
    long seed = 0;
    for (int i = 0; i < node.length(); i++) {
      seed = seed * 1_099_511_628_211L + node.charAt(i);
    }
    return mixed(mixed(seed) + shard);
  }

  /** The finisher of SplitMix64, which lets every bit depend on every other. */
  private static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
