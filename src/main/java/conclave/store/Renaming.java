package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a place another key, and with it all that is kept under its key. What others have left
 * under the new key, where there was no place, goes.
 */
final class Renaming {
  private static final Logger LOG = LoggerFactory.getLogger(Renaming.class);

  private final Engine engine;
  private final Sealing sealing;
  private final long place;
  private final String from;
  private final String to;

  Renaming(Engine engine, Sealing sealing, long place, String from, String to) {
    this.engine = engine;
    this.sealing = sealing;
    this.place = place;
    this.from = from;
    this.to = to;
  }

  /** In the transaction that is open; refused where the key is another place's. */
  Future<Void> run(SqlConnection connection) {
    return change(connection, Sql.RENAME_PLACE, Tuple.of(to, place))
        .compose(v -> change(connection, Sql.UNMARK, Tuple.of(to)))
        .compose(v -> change(connection, Sql.RENAME_MARKED, Tuple.of(to, from)))
        .compose(v -> change(connection, Sql.FORGET_METADATA, Tuple.of(to)))
        .compose(v -> connection.preparedQuery(Sql.METADATA_OF.text()).execute(Tuple.of(from)))
        .map(this::resealed)
        .compose(
            rows ->
                rows.isEmpty()
                    ? Future.succeededFuture()
                    : connection
                        .preparedQuery(Sql.RENAME_METADATA.text())
                        .executeBatch(rows)
                        .mapEmpty());
  }

  private static Future<Void> change(SqlConnection connection, Sql sql, Tuple row) {
    return connection.preparedQuery(sql.text()).execute(row).mapEmpty();
  }

  /** A row that doesn't open stays where it is. */
  private List<Tuple> resealed(RowSet<Row> rows) {
    List<Tuple> changes = new ArrayList<>();
    for (Row row : rows) {
      String key = row.getString(0);
      byte[] old = Objects.requireNonNull(Engine.bytes(row, 1));
      try {
        byte[] value = sealing.open(old, Bound.toMetadata(from, key));
        Object next = engine.bind(sealing.seal(value, Bound.toMetadata(to, key)));
        changes.add(Tuple.of(to, next, from, key));
      } catch (Unreadable e) {
        LOG.warn("the metadata {} of {} can't be read: {}", key, from, e.getMessage());
      }
    }
    return changes;
  }
}
