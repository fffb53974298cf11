package conclave.handler;

import conclave.command.Verified;
import io.vertx.core.Future;

/** No log is ever verified. */
public final class Unchecked implements LogCheck {
  @Override
  public Future<Verified> check(String key) {
    return Future.failedFuture("nothing to verify");
  }
}
