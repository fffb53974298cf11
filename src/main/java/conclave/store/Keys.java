package conclave.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/** The keys of a store, each for one purpose. */
record Keys(Sealing sealing, IndexKey index, ChainKey chains) {
  /** Opens the store with the key of that file; what older versions have left undone is done. */
  static Future<Keys> unlocked(Vertx vertx, Engine engine, Pool readers, KeyFile key) {
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
