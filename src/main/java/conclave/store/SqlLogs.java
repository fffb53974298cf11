package conclave.store;

import conclave.shard.Logs;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Gives shards to their owners. Where nodes share the store each of them takes a shard by raising
 * its epoch, which holds until another does.
 */
final class SqlLogs implements Logs {
  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Function<Optional<Fence>, RoomLog> logs;

  SqlLogs(
      Engine engine, Pool readers, WriterVerticle writer, Function<Optional<Fence>, RoomLog> logs) {
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
    this.logs = logs;
  }

  @Override
  public Future<Map<Integer, RoomLog>> take(String node, Collection<Integer> shards) {
    if (!engine.isShared()) {
      RoomLog log = logs.apply(Optional.empty());
      Map<Integer, RoomLog> all = new HashMap<>();
      shards.forEach(shard -> all.put(shard, log));
      return Future.succeededFuture(all);
    }
    return readers
        .preparedQuery(ClusterSql.TAKE_SHARDS.text())
        .execute(Tuple.of(shards.toArray(Integer[]::new), node))
        .map(this::taken);
  }

  private Map<Integer, RoomLog> taken(RowSet<Row> rows) {
    writer.forgetChains();
    Map<Integer, RoomLog> taken = new HashMap<>();
    for (Row row : rows) {
      Fence fence = new Fence(row.getInteger(0), row.getLong(1));
      taken.put(fence.shard(), logs.apply(Optional.of(fence)));
    }
    return taken;
  }

  @Override
  public Future<Set<Integer>> taken(String node, Collection<Integer> shards) {
    if (!engine.isShared() || shards.isEmpty()) {
      return Future.succeededFuture(Set.of());
    }
    return readers
        .preparedQuery(ClusterSql.TAKEN.text())
        .execute(Tuple.of(shards.toArray(Integer[]::new), node))
        .map(
            rows -> {
              Set<Integer> taken = new HashSet<>();
              rows.forEach(row -> taken.add(row.getInteger(0)));
              return taken;
            });
  }

  @Override
  public Future<Map<Long, Long>> heads(Collection<Long> places) {
    return readers
        .preparedQuery(ClusterSql.HEADS.text())
        .execute(Tuple.of(places.toArray(Long[]::new)))
        .map(
            rows -> {
              Map<Long, Long> heads = new HashMap<>();
              rows.forEach(row -> heads.put(row.getLong(0), row.getLong(1)));
              return heads;
            });
  }

  @Override
  public Future<List<Talk>> talks(Collection<String> accounts, long time) {
    return readers
        .preparedQuery(ClusterSql.TALKS.text())
        .execute(Tuple.of(accounts.toArray(String[]::new), time))
        .map(
            rows -> {
              List<Talk> talks = new ArrayList<>();
              rows.forEach(
                  row -> talks.add(new Talk(row.getLong(0), row.getLong(1), row.getLong(2))));
              return talks;
            });
  }

  @Override
  public Future<List<String>> inhabited() {
    return engine.isShared()
        ? readers.query(ClusterSql.INHABITED.text()).execute().map(SqlLogs::keys)
        : Future.succeededFuture(List.of());
  }

  private static List<String> keys(RowSet<Row> rows) {
    List<String> keys = new ArrayList<>();
    rows.forEach(row -> keys.add(row.getString(0)));
    return keys;
  }
}
