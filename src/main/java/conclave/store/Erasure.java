package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;

/** Takes a message out of a log, and leaves there what the chain needs to go on over it. */
final class Erasure {
  private final Engine engine;
  private final Sealing sealing;
  private final ChainKey key;
  private final long place;
  private final long seq;

  Erasure(Engine engine, Sealing sealing, ChainKey key, long place, long seq) {
    this.engine = engine;
    this.sealing = sealing;
    this.key = key;
    this.place = place;
    this.seq = seq;
  }

  /** In the transaction that is open; nothing where there is no such message. */
  Future<Void> run(SqlConnection connection) {
    return connection
        .preparedQuery(ChainSql.MESSAGE.text())
        .execute(Tuple.of(place, seq))
        .compose(
            rows -> {
              for (Row row : rows) {
                return connection
                    .preparedQuery(ChainSql.ERASE.text())
                    .execute(Tuple.of(left(LoggedEvent.of(place, row)), place, seq))
                    .mapEmpty();
              }
              return Future.succeededFuture();
            });
  }

  private Object left(LoggedEvent event) {
    byte[] bound = Bound.toEvent(place, seq, event.time(), LoggedEvent.ERASED);
    return engine.bind(sealing.seal(content(event), bound));
  }

  /** One that was altered goes too; the chain will show that it was. */
  private byte[] content(LoggedEvent event) {
    try {
      return event.content(key, event.open(sealing));
    } catch (Unreadable e) {
      return new byte[Link.BYTES];
    }
  }
}
