package conclave.store;

import conclave.cluster.NodeTable;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** The nodes in a table, by the clock of the database. */
final class SqlNodes implements NodeTable {
  private final Pool pool;

  SqlNodes(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Future<Census> beat(Entry self) {
    return pool.preparedQuery(ClusterSql.BEAT.text())
        .execute(Tuple.of(self.id(), self.joined(), self.name()))
        .map(rows -> rows.iterator().next().getInteger(0) != 0)
        .compose(
            isBuried ->
                pool.preparedQuery(ClusterSql.LIVING.text())
                    .execute(Tuple.of(LIVING_MILLIS))
                    .map(rows -> new Census(entries(rows), isBuried)));
  }

  private static List<Entry> entries(RowSet<Row> rows) {
    List<Entry> entries = new ArrayList<>();
    for (Row row : rows) {
      int column = 0;
      String id = row.getString(column++);
      String joined = row.getString(column++);
      entries.add(new Entry(id, joined, row.getString(column)));
    }
    return entries;
  }

  @Override
  public Future<Void> leave(String id) {
    return pool.preparedQuery(ClusterSql.LEAVE.text())
        .execute(Tuple.of(id, LIVING_MILLIS))
        .mapEmpty();
  }

  @Override
  public Future<List<String>> dead(long silence) {
    return pool.preparedQuery(ClusterSql.DEAD.text())
        .execute(Tuple.of(silence))
        .map(
            rows -> {
              List<String> dead = new ArrayList<>();
              rows.forEach(row -> dead.add(row.getString(0)));
              return dead;
            });
  }

  @Override
  public Future<Boolean> bury(String id, long silence) {
    return pool.preparedQuery(ClusterSql.BURY.text())
        .execute(Tuple.of(id, silence))
        .map(rows -> rows.rowCount() > 0);
  }
}
