package conclave.store;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a key is the one with which a store was sealed, by a known text that is sealed
 * in it. A key is made for an empty store only.
 */
final class KeyCheck {
  static final String NAME = "check";
  private static final Logger LOG = LoggerFactory.getLogger(KeyCheck.class);
  private static final byte[] TEXT = "sealed by Conclave".getBytes(StandardCharsets.US_ASCII);

  private final Vertx vertx;
  private final Engine engine;
  private final Pool pool;
  private final KeyFile file;

  KeyCheck(Vertx vertx, Engine engine, Pool pool, KeyFile file) {
    this.vertx = vertx;
    this.engine = engine;
    this.pool = pool;
    this.file = file;
  }

  /**
   * The keys of the store, made where the store is empty and there are none.
   *
   * @return failed with {@link StoreUnavailable} where the key is missing or another store's
   */
  Future<Sealing> unlock() {
    return find().compose(found -> found.isPresent() ? unlock(found.get()) : first());
  }

  private Future<Optional<byte[]>> find() {
    return Meta.find(pool, NAME);
  }

  private Future<Sealing> unlock(byte[] sealed) {
    return vertx.executeBlocking(file::read, false).map(sealing -> checked(sealing, sealed));
  }

  private Sealing checked(Sealing sealing, byte[] sealed) {
    if (!opens(sealing, sealed)) {
      throw new StoreUnavailable(
          file
              + " is not the key with which "
              + engine
              + " was sealed: put the right one back from its copy, or name it with store.key");
    }
    if (sealing.hasSeveralKeys()) {
      LOG.warn("a change of the key in {} was begun: finish it with conclave store rekey", file);
    }
    return sealing;
  }

  private static boolean opens(Sealing sealing, byte[] sealed) {
    try {
      return Arrays.equals(sealing.open(sealed, Bound.toCheck()), TEXT);
    } catch (Unreadable e) {
      return false;
    }
  }

  /** Another node may do the same at the same time: whose check is kept, that one's key counts. */
  private Future<Sealing> first() {
    return pool.query(Sql.COUNT_CONTENT.text())
        .execute()
        .compose(rows -> made(rows.iterator().next().getLong(0)))
        .compose(sealing -> pool.preparedQuery(Sql.ADD_META.text()).execute(row(sealing)))
        .compose(added -> find())
        .compose(found -> unlock(found.orElseThrow()));
  }

  private Future<Sealing> made(long rows) {
    return rows == 0
        ? vertx.executeBlocking(file::obtain, false)
        : Future.failedFuture(
            new StoreUnavailable(
                engine
                    + " holds what was never sealed, and is not read: start with an empty store"));
  }

  private Tuple row(Sealing sealing) {
    return Tuple.of(NAME, engine.bind(seal(sealing)));
  }

  /** The known text, sealed. */
  static byte[] seal(Sealing sealing) {
    return sealing.seal(TEXT, Bound.toCheck());
  }
}
