package conclave.handler;

import conclave.name.AccountName;
import io.vertx.core.Future;

/** Nobody has read anything. */
public final class Unread implements ReadMarkers {
  @Override
  public Future<Long> of(AccountName account, String target) {
    return Future.succeededFuture(0L);
  }

  @Override
  public Future<Long> advance(AccountName account, String target, long time) {
    return Future.succeededFuture(time);
  }
}
