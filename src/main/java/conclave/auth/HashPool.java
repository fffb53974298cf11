package conclave.auth;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * The threads that hash passwords: few, of low priority, with a queue that has an end, so that a
 * flood of log-ins delays nothing else. Who has been here before goes first, and has the last
 * quarter of the queue alone; who wants an account goes last, and has the first half.
 */
final class HashPool {
  /** There are as many log-ins waiting as there may be, or this one has waited too long. */
  static final class Full extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Full() {
      super("too many log-ins at once", null, false, false);
    }
  }

  /** Clients give up after about as long; what nobody waits for is not worth the work. */
  static final long PATIENCE_SECONDS = 10;

  /** Whose password it is, those who go first before the others. */
  enum Comer {
    /** Somebody who has logged in from there before. */
    AT_HOME(1),
    STRANGER(0.75),
    /** Somebody who has no account yet. */
    NEWCOMER(0.5);

    /** So much of the queue may be full for one more of them. */
    private final double share;

    Comer(double share) {
      this.share = share;
    }
  }

  private final Vertx vertx;
  private final WorkerExecutor threads;
  private final LongSupplier nanoTime;
  private final int size;
  private final int queue;
  private final AtomicInteger waiting = new AtomicInteger();
  private final Map<Comer, Queue<Runnable>> waits = new EnumMap<>(Comer.class);

  HashPool(Vertx vertx, int size, int queue) {
    this(vertx, size, queue, System::nanoTime);
  }

  HashPool(Vertx vertx, int size, int queue, LongSupplier nanoTime) {
    this.vertx = vertx;
    this.threads = vertx.createSharedWorkerExecutor("hash", size);
    this.nanoTime = nanoTime;
    this.size = size;
    this.queue = queue;
    for (Comer comer : Comer.values()) {
      waits.put(comer, new ConcurrentLinkedQueue<>());
    }
  }

  /** Runs it on one of the threads; fails with {@link Full} at once when the queue is full. */
  <T> Future<T> run(Callable<T> hashing) {
    return run(hashing, Comer.AT_HOME);
  }

  /** The same; fails with {@link Full} when the part of the queue is full that is for them. */
  <T> Future<T> run(Callable<T> hashing, Comer comer) {
    if (waiting.incrementAndGet() > size + (int) (queue * comer.share)) {
      waiting.decrementAndGet();
      return Future.failedFuture(new Full());
    }
    Context caller = vertx.getOrCreateContext();
    Promise<T> done = Promise.promise();
    long since = nanoTime.getAsLong();
    Objects.requireNonNull(waits.get(comer))
        .add(
            () -> {
              Future<T> hashed = hashed(hashing, since);
              caller.runOnContext(back -> hashed.onComplete(done));
            });
    threads.executeBlocking(this::next, false);
    return done.future().onComplete(any -> waiting.decrementAndGet());
  }

  /** Each of those who wait has asked for one thread; it takes who is first by now. */
  private Void next() {
    for (Queue<Runnable> comers : waits.values()) {
      Runnable first = comers.poll();
      if (first != null) {
        first.run();
        return null;
      }
    }
    return null;
  }

  /** Whatever fails is the caller's to hear of, for want of memory too. */
  @SuppressWarnings("IllegalCatch")
  private <T> Future<T> hashed(Callable<T> hashing, long since) {
    if (nanoTime.getAsLong() - since > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      return Future.failedFuture(new Full());
    }
    try {
      LowPriority.take();
      return Future.succeededFuture(hashing.call());
    } catch (Throwable e) {
      return Future.failedFuture(e);
    }
  }
}
