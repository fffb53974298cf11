package conclave.store;

import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the key of a store while no server uses it: adds a new one to the key file, seals all
 * rows with it, and takes the old one away. At every moment the key file opens all rows, so that it
 * may be killed, and run again.
 */
public final class Rekey {
  private static final Logger LOG = LoggerFactory.getLogger(Rekey.class);

  /**
   * What was done.
   *
   * @param rows sealed with the new key, by this run
   * @param unreadable rows that the old key didn't open; they were left as they are
   */
  public record Result(long rows, long unreadable) {}

  private final Vertx vertx;
  private final Engine engine;
  private final Pool pool;
  private final KeyFile file;

  private Rekey(Vertx vertx, Engine engine, Pool pool, KeyFile file) {
    this.vertx = vertx;
    this.engine = engine;
    this.pool = pool;
    this.file = file;
  }

  /**
   * Changes the key.
   *
   * @param progress is told how many rows are done, now and then
   * @return failed with {@link StoreUnavailable} where there is no store, a server uses it, or the
   *     key isn't its key; then nothing was changed, or this can be run again
   */
  public static Future<Result> run(
      Vertx vertx, StoreConfig config, Path dataDir, LongConsumer progress) {
    return vertx
        .executeBlocking(() -> opened(config, dataDir), false)
        .compose(
            engine -> {
              PoolOptions one =
                  new PoolOptions()
                      .setMaxSize(1)
                      .setConnectionTimeout(Store.CONNECT_SECONDS)
                      .setConnectionTimeoutUnit(TimeUnit.SECONDS);
              Pool pool = engine.pool(vertx, one);
              return new Rekey(vertx, engine, pool, KeyFile.of(config, dataDir))
                  .change(progress)
                  .recover(e -> Future.failedFuture(engine.unavailable(e)))
                  .eventually(pool::close)
                  .eventually(() -> Store.released(vertx, engine));
            });
  }

  private static Engine opened(StoreConfig config, Path dataDir) {
    Engine engine = Engine.of(config, dataDir);
    if (!engine.isThere()) {
      throw new StoreUnavailable("there is no store in " + engine);
    }
    return Store.prepared(engine);
  }

  private Future<Result> change(LongConsumer progress) {
    return alone()
        .compose(v -> new KeyCheck(vertx, engine, pool, file).unlock())
        .compose(old -> vertx.executeBlocking(() -> begun(old), false))
        .compose(
            sealing ->
                new Resealing(engine, pool, sealing, progress)
                    .run()
                    .compose(done -> vertx.executeBlocking(() -> ended(sealing, done), false)));
  }

  /** A server that started before would go on with the old key. */
  private Future<Void> alone() {
    return engine.othersQuery().isEmpty()
        ? Future.succeededFuture()
        : pool.query(engine.othersQuery().get())
            .execute()
            .map(rows -> rows.iterator().next().getLong(0))
            .compose(
                others ->
                    others == 0
                        ? Future.succeededFuture()
                        : Future.failedFuture(
                            new StoreUnavailable(
                                "a Conclave server uses " + engine + ": stop it first")));
  }

  private Sealing begun(Sealing old) {
    if (old.hasSeveralKeys()) {
      return old;
    }
    Sealing both = old.withNewKey();
    file.write(both);
    return both;
  }

  private Result ended(Sealing sealing, Result done) {
    if (done.unreadable > 0) {
      LOG.warn("{} rows could not be opened and were left as they are", done.unreadable);
    }
    file.write(sealing.withPrimaryAlone());
    return done;
  }
}
