package conclave.store;

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
import java.util.List;

/**
 * Gives a store the key of its chains, and each place that it has then a chain that begins behind
 * its last event. All of it in one transaction, once in a store's life: a place that has no chain
 * afterwards has lost it.
 */
final class Chaining {
  private static final int PAGE = 500;

  private final Engine engine;
  private final Sealing sealing;
  private final ChainKey key;
  private final byte[] random;

  private Chaining(Engine engine, Sealing sealing) {
    this.engine = engine;
    this.sealing = sealing;
    this.random = ChainKey.random();
    this.key = new ChainKey(random);
  }

  /** The key of this store's chains, made where there are none yet. */
  static Future<ChainKey> obtain(Vertx vertx, Engine engine, Pool readers, Sealing sealing) {
    return Meta.find(readers, ChainKey.NAME)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found)
                    : begin(vertx, engine, sealing).compose(v -> Meta.find(readers, ChainKey.NAME)))
        .map(kept -> new ChainKey(ChainKey.open(kept.orElseThrow(), sealing)));
  }

  private static Future<Boolean> begin(Vertx vertx, Engine engine, Sealing sealing) {
    Pool pool = engine.pool(vertx, new PoolOptions().setName("chaining").setMaxSize(1));
    Chaining chaining = new Chaining(engine, sealing);
    return new Transactions(() -> pool)
        .run(chaining::all, isOurs -> isOurs)
        .eventually(pool::close);
  }

  /** Another node may do the same at the same time: the first has done it. */
  private Future<Boolean> all(SqlConnection c) {
    Tuple row = Tuple.of(ChainKey.NAME, engine.bind(ChainKey.seal(random, sealing)));
    return c.preparedQuery(Sql.ADD_META.text())
        .execute(row)
        .compose(
            added -> {
              if (added.rowCount() == 0) {
                return Future.succeededFuture(false);
              }
              Promise<Void> done = Promise.promise();
              pages(c, Long.MIN_VALUE, done);
              return done.future().map(true);
            });
  }

  /** No chain of futures: it would be as long as there are pages. */
  private void pages(SqlConnection c, long after, Promise<Void> done) {
    c.preparedQuery(ChainSql.LENGTHS.text())
        .execute(Tuple.of(after, (long) PAGE))
        .compose(rows -> begun(c, rows).map(rows))
        .onFailure(done::fail)
        .onSuccess(
            rows -> {
              long last = after;
              for (Row row : rows) {
                last = row.getLong(0);
              }
              if (rows.size() < PAGE) {
                done.complete();
              } else {
                pages(c, last, done);
              }
            });
  }

  private Future<Void> begun(SqlConnection c, RowSet<Row> places) {
    List<Tuple> chains = new ArrayList<>();
    for (Row row : places) {
      Long last = row.getLong(1);
      if (last != null) {
        Link start = Link.before(last + 1);
        ChainHead head = new ChainHead(start, last, 0);
        chains.add(Chains.begun(engine, key, row.getLong(0), start, head));
      }
    }
    return new Rows(ChainSql.BEGIN.text(), chains).writeTo(c);
  }
}
