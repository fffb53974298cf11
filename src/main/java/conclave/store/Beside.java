package conclave.store;

import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One connection to a store that a server may use meanwhile: nothing is written through it, and
 * nothing is locked.
 */
record Beside(Engine engine, Pool pool) {
  /** Failed with {@link StoreUnavailable} where there is no such store. */
  static Future<Beside> open(Vertx vertx, StoreConfig config, Path dataDir) {
    return vertx
        .executeBlocking(() -> there(Engine.of(config, dataDir)), false)
        .map(engine -> new Beside(engine, engine.pool(vertx, one())));
  }

  private static PoolOptions one() {
    return new PoolOptions()
        .setMaxSize(1)
        .setConnectionTimeout(Store.CONNECT_SECONDS)
        .setConnectionTimeoutUnit(TimeUnit.SECONDS);
  }

  private static Engine there(Engine engine) {
    if (!engine.isThere()) {
      throw new StoreUnavailable("there is no store in " + engine);
    }
    return engine;
  }

  /** For the operator. */
  <T> Future<T> unavailable(Throwable cause) {
    return Future.failedFuture(engine.unavailable(cause));
  }

  Future<Void> close() {
    return pool.close();
  }
}
