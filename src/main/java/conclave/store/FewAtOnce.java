package conclave.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Lets few do something at once, in the order in which they asked, each on its own context. Any
 * thread.
 */
final class FewAtOnce {
  private final Vertx vertx;
  private final int few;
  private final int mostWaiting;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;

  FewAtOnce(Vertx vertx, int few, int mostWaiting) {
    this.vertx = vertx;
    this.few = few;
    this.mostWaiting = mostWaiting;
  }

  /** Does it when it is its turn; fails with {@link StoreBusy} where too many wait. */
  <T> Future<T> take(Supplier<Future<T>> work) {
    Promise<T> later = Promise.promise();
    Context context = vertx.getOrCreateContext();
    Runnable begin =
        () ->
            context.runOnContext(
                v ->
                    Future.succeededFuture()
                        .compose(now -> work.get())
                        .onComplete(later)
                        .onComplete(done -> end()));
    if (!enter(begin)) {
      return Future.failedFuture(new StoreBusy());
    }
    return later.future();
  }

  private synchronized boolean enter(Runnable begin) {
    if (busy < few) {
      busy++;
      begin.run();
      return true;
    }
    return waiting.size() < mostWaiting && waiting.add(begin);
  }

  private synchronized void end() {
    Runnable next = waiting.poll();
    if (next == null) {
      busy--;
    } else {
      next.run();
    }
  }
}
