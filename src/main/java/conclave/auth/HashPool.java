package conclave.auth;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that hash passwords: few, of low priority, with a queue that has an end, so that a
 * flood of log-ins delays nothing else. The last quarter of the queue is for those who have been
 * here before.
 */
final class HashPool {
  /** There are as many log-ins waiting as there may be. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("too many log-ins at once", null, false, false);
    }
  }

  private static final double STRANGERS_SHARE = 0.75;

  private final WorkerExecutor threads;
  private final int limit;
  private final int strangersLimit;
  private final AtomicInteger waiting = new AtomicInteger();

  HashPool(Vertx vertx, int size, int queue) {
    this.threads = vertx.createSharedWorkerExecutor("hash", size);
    this.limit = size + queue;
    this.strangersLimit = size + (int) (queue * STRANGERS_SHARE);
  }

  private static <T> T hashed(Callable<T> hashing) throws Exception {
    LowPriority.take();
    return hashing.call();
  }

  /** Runs it on one of the threads; fails with {@link Full} at once when the queue is full. */
  <T> Future<T> run(Callable<T> hashing) {
    return run(hashing, false);
  }

  /**
   * The same.
   *
   * @param isStranger it is for somebody who has not logged in from there before: fails with {@link
   *     Full} when strangers' part of the queue is full
   */
  <T> Future<T> run(Callable<T> hashing, boolean isStranger) {
    if (waiting.incrementAndGet() > (isStranger ? strangersLimit : limit)) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Full());
    }
    return threads
        .executeBlocking(() -> hashed(hashing), false)
        .onComplete(done -> waiting.decrementAndGet());
  }
}
