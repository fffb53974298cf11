package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;

/**
 * The secret of all nodes that share a store, of which they make what must look alike on each: kept
 * sealed, and the one of the node that came first.
 */
final class SharedSecret {
  static final String NAME = "secret";

  private SharedSecret() {}

  /**
   * That secret.
   *
   * @param own is it from now on where there is none yet
   */
  static Future<byte[]> obtain(Engine engine, Pool pool, Sealing sealing, byte[] own) {
    return Meta.obtain(engine, pool, NAME, () -> sealing.seal(own, Bound.toSecret()))
        .map(kept -> sealing.open(kept, Bound.toSecret()));
  }
}
