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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The writer's connection, one transaction after another. Not thread-safe: the writer's alone. */
final class Transactions {
  private static final int SQLITE_CONSTRAINT = 19;

  private final Supplier<Pool> pools;
  private @Nullable Pool pool;
  private @Nullable SqlConnection connection;
  private Future<Void> released = Future.succeededFuture();

  /**
   * The transactions of one connection.
   *
   * @param pools makes a pool of one connection, which is the writer's
   */
  Transactions(Supplier<Pool> pools) {
    this.pools = pools;
  }

  /** Inserts the rows of many appends in one commit. */
  Future<Void> commit(List<Write.Append> batch) {
    return run(c -> insert(c, batch), done -> true);
  }

  /**
   * Runs some work in one transaction and commits it where its result is to be kept. A connection
   * on which anything but the rows went wrong is not used again: what is still open on it would end
   * up in the next transaction.
   */
  <T> Future<T> run(Function<SqlConnection, Future<T>> work, Predicate<T> keeps) {
    return connected()
        .compose(c -> c.begin().compose(t -> work.apply(c).transform(r -> end(t, r, keeps))))
        .onFailure(
            e -> {
              if (!isRefusal(e)) {
                letGo();
              }
            });
  }

  private <T> Future<T> end(Transaction transaction, AsyncResult<T> result, Predicate<T> keeps) {
    if (result.succeeded() && keeps.test(result.result())) {
      return transaction.commit().onFailure(e -> letGo()).map(v -> result.result());
    }
    return transaction
        .rollback()
        .onFailure(e -> letGo())
        .transform(
            v ->
                result.succeeded()
                    ? Future.succeededFuture(result.result())
                    : Future.failedFuture(result.cause()));
  }

  private Future<Void> insert(SqlConnection to, List<Write.Append> batch) {
    Map<String, Tuple> places = new LinkedHashMap<>();
    List<Tuple> events = new ArrayList<>();
    List<Tuple> sent = new ArrayList<>();
    List<Tuple> erased = new ArrayList<>();
    List<Tuple> conversations = new ArrayList<>();
    for (Write.Append append : batch) {
      append.kept().ifPresent(place -> places.put(append.place(), place));
      events.addAll(append.events());
      sent.addAll(append.sent());
      erased.addAll(append.erased());
      conversations.addAll(append.conversations());
    }
    return rows(to, Sql.KEEP_PLACE, new ArrayList<>(places.values()))
        .compose(v -> rows(to, Sql.ADD_EVENT, events))
        .compose(v -> rows(to, Sql.ADD_SENT, sent))
        .compose(v -> rows(to, Sql.FORGET_SENT, SqlSent.old(sent)))
        .compose(v -> rows(to, Sql.ERASE_MESSAGE, erased))
        .compose(v -> rows(to, Sql.ADD_CONVERSATION, conversations))
        .compose(v -> renamed(to, batch));
  }

  /** One after another: a key is free for the next when the one before it has given it up. */
  private static Future<Void> renamed(SqlConnection to, List<Write.Append> batch) {
    Future<Void> done = Future.succeededFuture();
    for (Write.Append append : batch) {
      if (append.renaming().isPresent()) {
        done = done.compose(v -> append.renaming().get().run(to));
      }
    }
    return done;
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
    return released.compose(v -> pool().getConnection()).onSuccess(this::use);
  }

  private Pool pool() {
    if (pool == null) {
      pool = pools.get();
    }
    return pool;
  }

  private void use(SqlConnection opened) {
    connection = opened;
    opened.closeHandler(
        v -> {
          if (connection == opened) {
            connection = null;
          }
        });
  }

  /** Closes the connection, with what is open on it: the next transaction gets a new one. */
  private void letGo() {
    SqlConnection oldConnection = connection;
    Pool oldPool = pool;
    connection = null;
    pool = null;
    if (oldPool != null) {
      Future<Void> returned =
          oldConnection == null ? Future.succeededFuture() : oldConnection.close();
      released = returned.eventually(oldPool::close).otherwiseEmpty();
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
