package conclave.handler;

import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.function.LongConsumer;

/** Nobody has read anything. */
public final class Unread implements ReadMarkers {
  @Override
  public Future<Long> of(AccountName account, String target) {
    return Future.succeededFuture(0L);
  }

  @Override
  public Future<Long> advance(AccountName account, String target, long time, LongConsumer stored) {
    return Future.succeededFuture(time);
  }
}
