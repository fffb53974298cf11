package conclave.store;

import conclave.command.Verified;
import conclave.command.Verified.Flaw;
import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Holds all logs of a store against their chains, one after another. A server may use the store
 * meanwhile: nothing is written, and nothing is locked.
 */
public final class VerifyStore {
  private static final int PAGE = 500;

  /**
   * What was found in all.
   *
   * @param places that were verified
   * @param bad those with flaws
   */
  public record Result(long places, long bad) {}

  private record Named(long id, String key) {}

  private final Vertx vertx;
  private final Pool pool;
  private final Sealing sealing;
  private final ChainKey key;
  private final BiConsumer<String, Verified> found;
  private long places;
  private long bad;

  private VerifyStore(
      Vertx vertx, Pool pool, Sealing sealing, ChainKey key, BiConsumer<String, Verified> found) {
    this.vertx = vertx;
    this.pool = pool;
    this.sealing = sealing;
    this.key = key;
    this.found = found;
  }

  /**
   * Verifies a store.
   *
   * @param only the key of a place; all of them where there is none
   * @param found is told of each place
   * @return failed with {@link StoreUnavailable} where there is no such store or place, or the key
   *     is another one's
   */
  public static Future<Result> run(
      Vertx vertx,
      StoreConfig config,
      Path dataDir,
      Optional<String> only,
      BiConsumer<String, Verified> found) {
    return Beside.open(vertx, config, dataDir)
        .compose(
            store ->
                opened(vertx, store, KeyFile.of(config, dataDir), found)
                    .compose(verify -> only.isEmpty() ? verify.all() : verify.one(only.get()))
                    .recover(store::unavailable)
                    .eventually(store::close));
  }

  private static Future<VerifyStore> opened(
      Vertx vertx, Beside store, KeyFile file, BiConsumer<String, Verified> found) {
    Engine engine = store.engine();
    Pool pool = store.pool();
    return Meta.find(pool, ChainKey.NAME)
        .compose(
            chain ->
                chain.isEmpty()
                    ? Future.failedFuture(
                        new StoreUnavailable(
                            engine + " has no chains yet: start a server of this release on it"))
                    : new KeyCheck(vertx, engine, pool, file)
                        .unlock()
                        .map(
                            sealing -> {
                              ChainKey key = new ChainKey(ChainKey.open(chain.get(), sealing));
                              return new VerifyStore(vertx, pool, sealing, key, found);
                            }));
  }

  private Future<Result> one(String name) {
    return pool.preparedQuery(Sql.FIND_PLACE.text())
        .execute(Tuple.of(name))
        .compose(
            rows -> {
              for (Row row : rows) {
                return verify(new Named(row.getLong(0), name));
              }
              return Future.failedFuture(new StoreUnavailable("there is no log of " + name));
            })
        .map(v -> new Result(places, bad));
  }

  private Future<Result> all() {
    Promise<Void> done = Promise.promise();
    pages(ChainSql.PLACES, Long.MIN_VALUE, done);
    Promise<Void> lost = Promise.promise();
    return done.future()
        .compose(
            v -> {
              pages(ChainSql.WITHOUT_PLACE, Long.MIN_VALUE, lost);
              return lost.future();
            })
        .map(v -> new Result(places, bad));
  }

  /** No chain of futures: it would be as long as there are places. */
  private void pages(ChainSql sql, long after, Promise<Void> done) {
    pool.preparedQuery(sql.text())
        .execute(Tuple.of(after, (long) PAGE))
        .onFailure(done::fail)
        .onSuccess(
            rows -> {
              List<Named> page = named(sql, rows);
              Promise<Void> read = Promise.promise();
              each(page, 0, read);
              read.future()
                  .onFailure(done::fail)
                  .onSuccess(
                      v -> {
                        if (page.size() < PAGE) {
                          done.complete();
                        } else {
                          pages(sql, page.get(page.size() - 1).id, done);
                        }
                      });
            });
  }

  private static List<Named> named(ChainSql sql, RowSet<Row> rows) {
    List<Named> page = new ArrayList<>();
    for (Row row : rows) {
      long id = row.getLong(0);
      boolean isLost = sql == ChainSql.WITHOUT_PLACE;
      page.add(new Named(id, isLost ? "" : row.getString(1)));
    }
    return page;
  }

  private void each(List<Named> page, int next, Promise<Void> done) {
    if (next == page.size()) {
      done.complete();
    } else {
      verify(page.get(next)).onComplete(v -> each(page, next + 1, done), done::fail);
    }
  }

  private Future<Void> verify(Named place) {
    if (place.key.isEmpty()) {
      Flaw gone = new Flaw(Flaw.Kind.PLACE_IS_GONE, 0);
      return tell("a log", new Verified(1, 0, 0, List.of(gone), 1));
    }
    return named(place)
        .compose(isNamed -> new Verification(vertx, pool, sealing, key, place.id).run(isNamed))
        .compose(verified -> tell(place.key, verified));
  }

  private Future<Void> tell(String place, Verified verified) {
    places++;
    bad += verified.isGood() ? 0 : 1;
    found.accept(place, verified);
    return Future.succeededFuture();
  }

  /** Is the state of a room that of a room with this name? */
  private Future<Boolean> named(Named place) {
    return pool.preparedQuery(Sql.LOAD_PLACE.text())
        .execute(Tuple.of(place.key))
        .map(rows -> PlaceRow.isReadable(rows, place.key, sealing));
  }
}
