package conclave.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/**
 * The keys of an open store.
 *
 * @param sealing opens what is in its rows
 * @param index finds what must not be read
 * @param chains proves that logs are as they were written
 */
record Keys(Sealing sealing, IndexKey index, ChainKey chains) {
  /** Those of this store, made where it is empty; rows of former versions are as they must be. */
  static Future<Keys> unlock(Vertx vertx, Engine engine, Pool readers, KeyFile key) {
    return new KeyCheck(vertx, engine, readers, key)
        .unlock()
        .compose(
            sealing ->
                Refolding.run(vertx, engine, readers, sealing)
                    .compose(folded -> Chaining.obtain(vertx, engine, readers, sealing))
                    .compose(
                        chains ->
                            IndexKey.obtain(engine, readers, sealing)
                                .map(index -> new Keys(sealing, index, chains))));
  }
}
