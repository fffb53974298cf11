package conclave.store;

import conclave.name.CaseFold;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the rooms of a store of the first release the keys of today (decision 12): they were folded
 * in ASCII alone. Each is renamed in one transaction. Runs once in a store's life.
 */
final class Refolding {
  private static final Logger LOG = LoggerFactory.getLogger(Refolding.class);
  private static final String DONE = "fold";
  private static final int PAGE = 500;

  /** A room under its old key; {@code since} is the time of its first event. */
  private record Old(long id, String key, long since) {}

  private final Engine engine;
  private final Transactions transactions;
  private final Sealing sealing;

  private Refolding(Engine engine, Pool pool, Sealing sealing) {
    this.engine = engine;
    this.transactions = new Transactions(() -> pool);
    this.sealing = sealing;
  }

  /** Moves what has to be moved, unless that was done before. No server uses the store yet. */
  static Future<Void> run(Vertx vertx, Engine engine, Pool readers, Sealing sealing) {
    return Meta.find(readers, DONE)
        .compose(
            done -> {
              if (done.isPresent()) {
                return Future.succeededFuture();
              }
              Pool pool = engine.pool(vertx, new PoolOptions().setName("refold").setMaxSize(1));
              return new Refolding(engine, pool, sealing).moveAll().eventually(pool::close);
            });
  }

  private Future<Void> moveAll() {
    List<Old> found = new ArrayList<>();
    return transactions
        .run(c -> pages(after -> keys(c, after), rows -> gather(rows, found)), done -> true)
        .compose(
            v -> {
              found.sort(Comparator.comparingLong(Old::since));
              return each(found, old -> transactions.run(c -> move(c, old), isDone -> isDone));
            })
        .compose(v -> transactions.run(this::remember, done -> true));
  }

  private Future<Void> remember(SqlConnection c) {
    Tuple row = Tuple.of(DONE, engine.bind(new byte[0]));
    return c.preparedQuery(Sql.ADD_META.text()).execute(row).mapEmpty();
  }

  private static Future<RowSet<Row>> keys(SqlConnection c, long after) {
    return c.preparedQuery(Sql.PAGE_OF_KEYS.text()).execute(Tuple.of(after, (long) PAGE));
  }

  private static Future<Void> gather(RowSet<Row> rows, List<Old> found) {
    for (Row row : rows) {
      String key = row.getString(1);
      if (!CaseFold.fold(key).equals(key)) {
        found.add(new Old(row.getLong(0), key, row.getLong(2)));
      }
    }
    return Future.succeededFuture();
  }

  private Future<Boolean> move(SqlConnection c, Old old) {
    String key = CaseFold.fold(old.key);
    return c.preparedQuery(Sql.LOAD_PLACE.text())
        .execute(Tuple.of(key))
        .compose(
            other -> {
              if (other.size() == 0) {
                return new Renaming(engine, sealing, old.id, old.key, key).run(c).map(true);
              }
              LOG.warn("{} stays out of reach in the store: another room is {} now", old.key, key);
              return Future.succeededFuture(false);
            });
  }

  private static <T> Future<Void> each(Iterable<T> all, Function<T, Future<?>> step) {
    Future<Void> done = Future.succeededFuture();
    for (T one : all) {
      done = done.compose(before -> step.apply(one)).mapEmpty();
    }
    return done;
  }

  private static Future<Void> pages(
      LongFunction<Future<RowSet<Row>>> read, Function<RowSet<Row>, Future<?>> step) {
    Promise<Void> done = Promise.promise();
    pages(Long.MIN_VALUE, read, step, done);
    return done.future();
  }

  /**
   * No chain of futures: it would be as long as there are pages. Rows begin with their position.
   */
  private static void pages(
      long after,
      LongFunction<Future<RowSet<Row>>> read,
      Function<RowSet<Row>, Future<?>> step,
      Promise<Void> done) {
    read.apply(after)
        .onFailure(done::fail)
        .onSuccess(
            rows -> {
              if (rows.size() == 0) {
                done.complete();
                return;
              }
              long last = after;
              for (Row row : rows) {
                last = row.getLong(0);
              }
              long next = last;
              step.apply(rows).onComplete(v -> pages(next, read, step, done), done::fail);
            });
  }
}
