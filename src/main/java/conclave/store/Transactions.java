package conclave.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The writer's connection, one transaction after another. Not thread-safe: the writer's alone. */
final class Transactions {
  private static final int SQLITE_CONSTRAINT = 19;

  private final Pool pool;
  private @Nullable SqlConnection connection;

  /**
   * The transactions of one connection.
   *
   * @param pool of one connection, which is the writer's
   */
  Transactions(Pool pool) {
    this.pool = pool;
  }

  /** Inserts the rows of many appends in one commit. */
  Future<Void> commit(List<Write.Append> batch) {
    return run(c -> insert(c, batch), done -> true);
  }

  /** Runs some work in one transaction and commits it where its result is to be kept. */
  <T> Future<T> run(Function<SqlConnection, Future<T>> work, Predicate<T> keeps) {
    return connected()
        .compose(c -> c.begin().compose(t -> work.apply(c).transform(r -> end(t, r, keeps))));
  }

  private <T> Future<T> end(Transaction transaction, AsyncResult<T> r, Predicate<T> k) {
    if (r.succeeded() && k.test(r.result())) {
      return transaction.commit().map(v -> r.result());
    }
    return transaction
        .rollback()
        .transform(
            v ->
                r.succeeded()
                    ? Future.succeededFuture(r.result())
                    : Future.failedFuture(r.cause()));
  }

  private Future<Void> insert(SqlConnection to, List<Write.Append> batch) {
    Map<String, Tuple> places = new LinkedHashMap<>();
    List<Tuple> events = new ArrayList<>();
    for (Write.Append append : batch) {
      append.kept().ifPresent(place -> places.put(append.place(), place));
      events.addAll(append.events());
    }
    return rows(to, Sql.KEEP_PLACE, new ArrayList<>(places.values()))
        .compose(v -> rows(to, Sql.ADD_EVENT, events));
  }

  private static Future<Void> rows(SqlConnection to, Sql sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : to.preparedQuery(sql.text()).executeBatch(rows).mapEmpty();
  }

  private Future<SqlConnection> connected() {
    SqlConnection current = connection;
    if (current != null) {
      return Future.succeededFuture(current);
    }
    return pool.getConnection()
        .onSuccess(
            opened -> {
              connection = opened;
              opened.closeHandler(v -> forget(opened));
            });
  }

  private void forget(SqlConnection closed) {
    if (connection == closed) {
      connection = null;
    }
  }

  /** Gives the connection back after a failure: the next transaction gets one that works. */
  void reconnect() {
    SqlConnection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }

  /** Was it the rows that were refused, rather than the store that failed? */
  static boolean isRefusal(Throwable failure) {
    if (failure instanceof PgException e) {
      String state = String.valueOf(e.getSqlState());
      return state.startsWith("23") || state.startsWith("22");
    }
    return failure instanceof SQLException e && e.getErrorCode() == SQLITE_CONSTRAINT;
  }
}
