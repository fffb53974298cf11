package conclave.store;

import conclave.bus.NotOwner;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an owner appends under: its shard, and the epoch in which it took it.
 *
 * @param epoch rises with each owner
 */
record Fence(int shard, long epoch) {
  /** These shards have other owners now. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Set<Fence> fences;

    Broken(Set<Fence> fences) {
      super("shards have other owners", null, false, false);
      this.fences = Set.copyOf(fences);
    }

    /** Is that append one of a deposed owner? */
    boolean concerns(Write.Append append) {
      return append.fence().filter(fences::contains).isPresent();
    }

    NotOwner told() {
      return new NotOwner();
    }
  }

  /** Keeps the shards of these appends from being taken until the transaction ends. */
  static Future<Void> hold(SqlConnection connection, List<Write.Append> batch) {
    Set<Fence> fences = new HashSet<>();
    batch.forEach(append -> append.fence().ifPresent(fences::add));
    if (fences.isEmpty()) {
      return Future.succeededFuture();
    }
    Integer[] shards = fences.stream().map(Fence::shard).distinct().toArray(Integer[]::new);
    return connection
        .preparedQuery(ClusterSql.HOLD_SHARDS.text())
        .execute(Tuple.of(shards))
        .compose(
            rows -> {
              Map<Integer, Long> epochs = new HashMap<>();
              for (Row row : rows) {
                epochs.put(row.getInteger(0), row.getLong(1));
              }
              fences.removeIf(fence -> Long.valueOf(fence.epoch).equals(epochs.get(fence.shard)));
              return fences.isEmpty()
                  ? Future.succeededFuture()
                  : Future.failedFuture(new Broken(fences));
            });
  }
}
