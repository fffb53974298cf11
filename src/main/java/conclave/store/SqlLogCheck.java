package conclave.store;

import conclave.command.Verified;
import conclave.handler.LogCheck;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Verifies logs while the server runs, few at a time: others want to read as well. */
final class SqlLogCheck implements LogCheck {
  static final int MOST_AT_ONCE = 2;

  private final Vertx vertx;
  private final Pool readers;
  private final Sealing sealing;
  private final ChainKey key;
  private final AtomicInteger running = new AtomicInteger();

  SqlLogCheck(Vertx vertx, Pool readers, Sealing sealing, ChainKey key) {
    this.vertx = vertx;
    this.readers = readers;
    this.sealing = sealing;
    this.key = key;
  }

  @Override
  public Future<Verified> check(String place) {
    if (running.incrementAndGet() > MOST_AT_ONCE) {
      running.decrementAndGet();
      return Future.failedFuture(new StoreBusy());
    }
    return readers
        .preparedQuery(Sql.FIND_PLACE.text())
        .execute(Tuple.of(place))
        .compose(
            rows -> {
              for (Row row : rows) {
                return new Verification(vertx, readers, sealing, key, row.getLong(0)).run(true);
              }
              return Future.succeededFuture(new Verified(1, 0, 0, List.of(), 0));
            })
        .onComplete(done -> running.decrementAndGet());
  }
}
