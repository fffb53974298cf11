package conclave.store;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The writer's connection, one transaction after another. Not thread-safe: the writer's alone. */
final class Transactions {
  private static final int SQLITE_CONSTRAINT = 19;

  private final Supplier<Pool> pools;
  private final Function<SqlConnection, Future<Void>> fence;
  private @Nullable Pool pool;
  private @Nullable SqlConnection connection;
  private Future<Void> released = Future.succeededFuture();
  private volatile boolean isInDoubt;

  /**
   * The transactions of one connection.
   *
   * @param pools makes a pool of one connection, which is the writer's
   * @param fence done when nothing of a connection before this one can come true any more
   */
  Transactions(Supplier<Pool> pools, Function<SqlConnection, Future<Void>> fence) {
    this.pools = pools;
    this.fence = fence;
  }

  /** Those of a new writer, for which all connections of writers before it must have ended. */
  static Transactions ofWriter(Vertx vertx, Engine engine) {
    PoolOptions one =
        new PoolOptions()
            .setMaxSize(1)
            .setName("store-writer")
            .setConnectionTimeout(Store.CONNECT_SECONDS);
    long self = new SecureRandom().nextLong(1, Integer.MAX_VALUE * 1_000_000L);
    return new Transactions(() -> engine.pool(vertx, one), c -> engine.fence(c, self));
  }

  /** Those of one connection, before which nothing was written and none comes after. */
  Transactions(Supplier<Pool> pools) {
    this(pools, opened -> Future.succeededFuture());
  }

  /** May a commit whose end was not heard still come true? Any thread. */
  boolean isInDoubt() {
    return isInDoubt;
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
      return transaction
          .commit()
          .recover(
              e -> {
                isInDoubt = true;
                return Future.failedFuture(new CommitUnheard(e));
              })
          .onFailure(e -> letGo())
          .map(v -> result.result());
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

  /** The commit was asked for, and has failed or was not answered. */
  static final class CommitUnheard extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommitUnheard(Throwable cause) {
      super(cause.getMessage(), cause, false, false);
    }
  }

  private Future<SqlConnection> connected() {
    SqlConnection current = connection;
    if (current != null) {
      return Future.succeededFuture(current);
    }
    return released
        .compose(v -> pool().getConnection())
        .onSuccess(this::use)
        .compose(opened -> fence.apply(opened).map(opened))
        .onSuccess(opened -> isInDoubt = false);
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
