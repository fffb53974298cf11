package conclave.store;

import conclave.cluster.NodeTable;
import conclave.handler.Servers.Share;
import conclave.name.Nick;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The nodes in a table, by the clock of the database. */
final class SqlNodes implements NodeTable {
  private final Pool pool;
  private final IndexKey index;
  private final Members members;

  SqlNodes(Pool pool, IndexKey index, Members members) {
    this.pool = pool;
    this.index = index;
    this.members = members;
  }

  @Override
  public Future<Census> beat(Entry self, long silence) {
    return pool.preparedQuery(ClusterSql.BEAT.text())
        .execute(Tuple.of(self.id(), self.joined(), self.name()))
        .map(rows -> rows.iterator().next().getInteger(0) != 0)
        .compose(
            isBuried ->
                pool.preparedQuery(ClusterSql.NODES.text())
                    .execute(Tuple.of(silence))
                    .map(rows -> census(rows, isBuried)));
  }

  private static Census census(RowSet<Row> rows, boolean isBuried) {
    List<Entry> living = new ArrayList<>();
    List<String> dead = new ArrayList<>();
    for (Row row : rows) {
      int column = 0;
      String id = row.getString(column++);
      String joined = row.getString(column++);
      Entry entry = new Entry(id, joined, row.getString(column++));
      if (row.getInteger(column) != 0) {
        dead.add(id);
      } else {
        living.add(entry);
      }
    }
    return new Census(living, dead, isBuried);
  }

  @Override
  public Future<Void> leave(String id) {
    return pool.preparedQuery(ClusterSql.LEAVE.text())
        .execute(Tuple.of(id, LIVING_MILLIS))
        .mapEmpty();
  }

  @Override
  public Future<Void> bury(long silence) {
    return pool.preparedQuery(ClusterSql.BURY.text())
        .execute(Tuple.of(silence))
        .compose(buried -> pool.query(ClusterSql.FORGET_NODES.text()).execute())
        .mapEmpty();
  }

  @Override
  public Future<List<String>> graves() {
    return pool.query(ClusterSql.GRAVES.text())
        .execute()
        .map(
            rows -> {
              List<String> dead = new ArrayList<>();
              rows.forEach(row -> dead.add(row.getString(0)));
              return dead;
            });
  }

  @Override
  public Future<Void> adopt(String dead, String by, List<Nick> nicks) {
    List<Tuple> rows =
        nicks.stream().map(nick -> Tuple.of(by, index.tagOfNick(nick.key()), dead)).toList();
    return new Rows(ClusterSql.ADOPT.text(), rows).writeTo(pool);
  }

  @Override
  public Future<List<Orphan>> orphans() {
    return pool.query(ClusterSql.ORPHANS.text())
        .execute()
        .map(
            rows -> {
              List<Orphan> orphans = new ArrayList<>();
              for (Row row : rows) {
                int column = 0;
                String room = row.getString(column++);
                Members.At at = new Members.At(row.getLong(column++), row.getString(column++));
                byte[] body = Objects.requireNonNull(Engine.bytes(row, column));
                orphans.add(new Orphan(room, members.opened(at, body).source()));
              }
              return orphans;
            });
  }

  @Override
  public Future<List<Share>> shares() {
    return pool.query(ClusterSql.SHARES.text())
        .execute()
        .map(
            rows -> {
              Map<String, List<Integer>> shards = new TreeMap<>();
              Map<String, Long> epochs = new HashMap<>();
              for (Row row : rows) {
                String owner = row.getString(0);
                epochs.merge(owner, row.getLong(1), Math::max);
                shards.computeIfAbsent(owner, o -> new ArrayList<>()).add(row.getInteger(2));
              }
              return shards.entrySet().stream()
                  .map(one -> share(one.getKey(), one.getValue(), epochs))
                  .toList();
            });
  }

  private static Share share(String owner, List<Integer> shards, Map<String, Long> epochs) {
    return new Share(owner, shards, epochs.getOrDefault(owner, 0L));
  }

  @Override
  public Future<Void> reset() {
    return members.isKept()
        ? pool.query(ClusterSql.FORGET_MEMBERS.text()).execute().mapEmpty()
        : Future.succeededFuture();
  }

  @Override
  public Future<Void> close(String dead) {
    return pool.withTransaction(c -> close(c, dead));
  }

  private static Future<Void> close(SqlConnection c, String dead) {
    return c.preparedQuery(ClusterSql.DROP_BEARERS.text())
        .execute(Tuple.of(dead))
        .compose(dropped -> c.query(ClusterSql.DROP_NICKS.text()).execute())
        .mapEmpty();
  }
}
