package conclave.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that hash passwords: few, with a queue that has an end, so that a flood of log-ins
 * delays nothing else.
 */
final class HashPool {
  /** There are as many log-ins waiting as there may be. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("too many log-ins at once", null, false, false);
    }
  }

  private final WorkerExecutor threads;
  private final int limit;
  private final AtomicInteger waiting = new AtomicInteger();

  HashPool(Vertx vertx, int size, int queue) {
    this.threads = vertx.createSharedWorkerExecutor("hash", size);
    this.limit = size + queue;
  }

  /** Runs it on one of the threads; fails with {@link Full} at once when the queue is full. */
  <T> Future<T> run(Callable<T> hashing) {
    if (waiting.incrementAndGet() > limit) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Full());
    }
    return threads.executeBlocking(hashing, false).onComplete(done -> waiting.decrementAndGet());
  }
}
