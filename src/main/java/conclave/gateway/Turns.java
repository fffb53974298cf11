package conclave.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets few of many do something at once, in the order in which they asked: however many read too
 * slowly, the store is not kept busy by them alone. Each asks once at a time, so that as many wait
 * as there are connections. One loop.
 */
final class Turns {
  private final int max;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;
  private boolean isPassing;

  Turns(int max) {
    this.max = max;
  }

  /** Does it when it is its turn. */
  <T> Future<T> take(Supplier<Future<T>> work) {
    if (busy < max) {
      return begin(work);
    }
    Promise<T> later = Promise.promise();
    waiting.add(() -> begin(work).onComplete(later));
    return later.future();
  }

  private <T> Future<T> begin(Supplier<Future<T>> work) {
    busy++;
    // Work that fails before there is a future for it has had its turn as well.
    return Future.succeededFuture().compose(now -> work.get()).onComplete(done -> end());
  }

  private void end() {
    busy--;
    passOn();
  }

  /** One after the other, also where they end at once: however many wait, the stack stays flat. */
  private void passOn() {
    if (isPassing) {
      return;
    }
    isPassing = true;
    while (busy < max && !waiting.isEmpty()) {
      waiting.remove().run();
    }
    isPassing = false;
  }
}
