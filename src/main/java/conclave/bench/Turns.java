package conclave.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.function.IntFunction;

/** Many things of one kind, of which so many are under way at a time. On the loop. */
final class Turns {
  private static final int PATIENCE_SECONDS = 60;
  private static final long SECOND_MILLIS = 1_000;

  private final Vertx vertx;
  private final int count;
  private final IntFunction<Future<Void>> step;
  private final Promise<Void> done = Promise.promise();
  private int begun;
  private int ended;
  private int seen;
  private int idleSeconds;

  /**
   * Nothing is begun yet.
   *
   * @param step begins the one with that number, from 0
   */
  Turns(Vertx vertx, int count, IntFunction<Future<Void>> step) {
    this.vertx = vertx;
    this.count = count;
    this.step = step;
  }

  /** Does them all; failed with the first that fails, or where nothing ends for long. */
  Future<Void> take(int atOnce) {
    if (count == 0) {
      return Future.succeededFuture();
    }
    long watch = vertx.setPeriodic(SECOND_MILLIS, id -> watch());
    while (begun < Math.min(count, atOnce)) {
      begin();
    }
    return done.future().onComplete(over -> vertx.cancelTimer(watch));
  }

  private void begin() {
    step.apply(begun++).onSuccess(ok -> ended()).onFailure(done::tryFail);
  }

  private void ended() {
    ended++;
    if (ended == count) {
      done.tryComplete();
    } else if (begun < count && !done.future().isComplete()) {
      begin();
    }
  }

  private void watch() {
    idleSeconds = ended == seen ? idleSeconds + 1 : 0;
    seen = ended;
    if (idleSeconds >= PATIENCE_SECONDS) {
      done.tryFail("the server has answered nothing for " + PATIENCE_SECONDS + " s");
    }
  }
}
