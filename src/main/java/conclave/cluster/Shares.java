package conclave.cluster;

import conclave.shard.RoomVerticle;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Spreads the shards of a node over its loops. */
final class Shares {
  private Shares() {}

  /** Gives each owner its share; one shard always has the same. */
  static Future<Void> give(Set<Integer> shards, List<RoomVerticle> owners) {
    return Future.join(
            IntStream.range(0, owners.size())
                .mapToObj(loop -> owners.get(loop).own(share(shards, loop, owners.size())))
                .toList())
        .mapEmpty();
  }

  /** Who of the owners has that shard, where all are this node's. */
  static RoomVerticle ownerOf(int shard, List<RoomVerticle> owners) {
    return owners.get(loopOf(shard, owners.size()));
  }

  private static int loopOf(int shard, int loops) {
    return shard % loops;
  }

  private static Set<Integer> share(Set<Integer> shards, int loop, int loops) {
    return shards.stream()
        .filter(shard -> loopOf(shard, loops) == loop)
        .collect(Collectors.toUnmodifiableSet());
  }
}
