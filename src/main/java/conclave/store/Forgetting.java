package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes events from the front of a log, and has its chain begin behind them. */
final class Forgetting {
  private static final int MOST = 500;

  private final Engine engine;
  private final ChainKey key;

  Forgetting(Engine engine, ChainKey key) {
    this.engine = engine;
    this.key = key;
  }

  /**
   * Removes some of the oldest, in the transaction that is open.
   *
   * @param upTo the last sequence that may go
   * @return how many there were; 0 at the end
   */
  Future<Integer> some(SqlConnection connection, long place, long upTo) {
    return connection
        .preparedQuery(ChainSql.LAST_OF_OLDEST.text())
        .execute(Tuple.of(place, upTo, (long) MOST))
        .compose(
            rows -> {
              for (Row row : rows) {
                return remove(connection, place, row.getLong(0), Engine.bytes(row, 1));
              }
              return Future.succeededFuture(0);
            });
  }

  private Future<Integer> remove(
      SqlConnection connection, long place, long seq, byte @Nullable [] link) {
    return connection
        .preparedQuery(ChainSql.REMOVE_UP_TO.text())
        .execute(Tuple.of(place, seq))
        .compose(
            removed ->
                (link == null
                        ? Future.<Void>succeededFuture()
                        : moveStart(connection, place, new Link(seq, link)))
                    .map(removed.rowCount()));
  }

  private Future<Void> moveStart(SqlConnection connection, long place, Link start) {
    return connection
        .preparedQuery(ChainSql.START.text())
        .execute(Tuple.of(place))
        .compose(
            rows ->
                mayMove(rows, place, start)
                    ? connection
                        .preparedQuery(ChainSql.MOVE_START.text())
                        .execute(row(place, start))
                        .mapEmpty()
                    : Future.succeededFuture());
  }

  /** A start that somebody has altered stays, so that it shows. */
  private boolean mayMove(RowSet<Row> rows, long place, Link to) {
    for (Row row : rows) {
      Link now = new Link(row.getLong(0), Objects.requireNonNull(Engine.bytes(row, 1)));
      byte[] seal = Objects.requireNonNull(Engine.bytes(row, 2));
      return now.seq() < to.seq() && key.isStart(place, now, seal);
    }
    return false;
  }

  private Tuple row(long place, Link start) {
    return Tuple.of(
        start.seq(), engine.bind(start.hash()), engine.bind(key.sealOfStart(place, start)), place);
  }
}
