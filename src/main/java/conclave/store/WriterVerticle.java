package conclave.store;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one writer. What arrives while a commit is under way waits, in order; all appends of it are
 * the next commit. A batch whose rows are refused is tried again place by place, so that only the
 * culprit fails. All its state is its own loop's, except the figures.
 */
final class WriterVerticle extends VerticleBase {
  private static final int BATCH_EVENTS = 5_000;

  /** With what a commit may take, less than those wait who ask for it: they are told the truth. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(45);

  private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final Engine engine;
  private final Chains chains;
  private final int maxQueuedEvents;
  private final LongAdder commits = new LongAdder();
  private final LongAdder events = new LongAdder();
  private final AtomicInteger queued = new AtomicInteger();
  private volatile double lastCommitMillis;
  private volatile boolean closing;
  private volatile LongConsumer timer = nanos -> {};

  private final CommitFailures failures;
  private final Deque<Write<?>> waiting = new ArrayDeque<>();

  /** Places with a failure that its caller doesn't know yet, and how many: they take nothing. */
  private final Map<String, Integer> untold = new HashMap<>();

  private @Nullable Transactions transactions;
  private @Nullable Appends appends;
  private @Nullable Promise<Void> drained;
  private boolean committing;

  WriterVerticle(Engine engine, ChainKey chains, int maxQueuedEvents) {
    this.engine = engine;
    this.chains = new Chains(engine, chains);
    this.failures = new CommitFailures(engine);
    this.maxQueuedEvents = maxQueuedEvents;
  }

  @Override
  public Future<?> start() {
    Transactions own = Transactions.ofWriter(vertx, engine);
    transactions = own;
    appends = new Appends(chains, own, engine.commits(vertx));
    return own.run(c -> c.query(Sql.PROBE.text()).execute(), done -> false);
  }

  @Override
  public Future<?> stop() {
    return Objects.requireNonNull(appends).close();
  }

  /** Takes a write, from any thread; its future completes on the context that made it. */
  <T> Future<T> submit(Write<T> write) {
    if (closing) {
      return Future.failedFuture(closed());
    }
    if (queued.addAndGet(write.weight()) > maxQueuedEvents) {
      queued.addAndGet(-write.weight());
      return Future.failedFuture(new StoreBusy());
    }
    context.runOnContext(v -> arrived(write));
    return write.future();
  }

  /** One statement as a transaction of its own. */
  Future<RowSet<Row>> change(Sql sql, Tuple row) {
    return submit(new Write.Alone<>(c -> c.preparedQuery(sql.text()).execute(row), done -> true));
  }

  /**
   * Done when no commit whose end was not heard can come true any more; one of {@link JdbcCommits}
   * can't when it is told.
   */
  Future<Void> settled() {
    return open().isInDoubt()
        ? submit(new Write.Alone<>(c -> Future.succeededFuture(true), done -> false)).mapEmpty()
        : Future.succeededFuture();
  }

  /** Takes no more; done when all that was submitted before is told. */
  Future<Void> drain() {
    closing = true;
    Promise<Void> promise = Promise.promise();
    context.runOnContext(
        v -> {
          drained = promise;
          next();
        });
    return promise.future();
  }

  /** What others have appended since is read again. */
  void forgetChains() {
    context.runOnContext(v -> chains.forgetAll());
  }

  void time(LongConsumer commits) {
    timer = commits;
  }

  StoreFigures figures(int unreadable) {
    return new StoreFigures(
        commits.sum(), events.sum(), queued.get(), lastCommitMillis, unreadable);
  }

  private static StoreUnavailable closed() {
    return new StoreUnavailable("the store is closed");
  }

  private void arrived(Write<?> write) {
    if (drained != null) {
      fail(write, closed());
    } else if (write instanceof Write.Append append && untold.containsKey(append.place())) {
      fail(write, new StoreUnavailable("an earlier append to " + append.place() + " failed"));
    } else {
      waiting.add(write);
      next();
    }
  }

  private void next() {
    if (committing) {
      return;
    }
    giveUpOld();
    Write<?> first = waiting.peek();
    if (first == null) {
      if (drained != null) {
        drained.tryComplete();
      }
      return;
    }
    committing = true;
    Future<?> done;
    if (first instanceof Write.Alone<?> alone) {
      waiting.remove();
      done = run(alone);
    } else {
      done = commit(batch());
    }
    done.onComplete(
        v -> {
          committing = false;
          next();
        });
  }

  private void giveUpOld() {
    while (!waiting.isEmpty() && waiting.peek().hasWaited(PATIENCE_NANOS)) {
      fail(waiting.remove(), new StoreUnavailable("the store is too slow"));
    }
  }

  /** The appends at the head of the queue, up to a batch's size, at least one. */
  private List<Write.Append> batch() {
    List<Write.Append> batch = new ArrayList<>();
    int size = 0;
    while (waiting.peek() instanceof Write.Append append
        && (batch.isEmpty() || size + append.weight() <= BATCH_EVENTS)) {
      waiting.remove();
      batch.add(append);
      size += append.weight();
    }
    return batch;
  }

  private <T> Future<?> run(Write.Alone<T> alone) {
    long start = System.nanoTime();
    return open()
        .run(alone.work(), alone.keeps())
        .onSuccess(
            result -> {
              committed(start, 0);
              queued.addAndGet(-alone.weight());
              try {
                alone.committed().accept(result);
              } finally {
                alone.succeed(result, context);
              }
            })
        .onFailure(e -> fail(alone, failures.of(e)));
  }

  private Future<?> commit(List<Write.Append> batch) {
    long start = System.nanoTime();
    return Objects.requireNonNull(appends)
        .commit(batch)
        .onSuccess(done -> kept(batch, start))
        .recover(e -> refused(batch, e));
  }

  private Future<Void> refused(List<Write.Append> batch, Throwable e) {
    if (e instanceof Fence.Broken broken) {
      List<Write.Append> rest = new ArrayList<>(batch);
      rest.removeIf(broken::concerns);
      batch.removeAll(rest);
      lost(batch, broken.told());
      return rest.isEmpty() ? Future.succeededFuture() : commit(rest).mapEmpty();
    }
    Map<String, List<Write.Append>> places = new LinkedHashMap<>();
    batch.forEach(a -> places.computeIfAbsent(a.place(), p -> new ArrayList<>()).add(a));
    if (places.size() == 1 || !Transactions.isRefusal(e)) {
      lost(batch, e);
      return Future.succeededFuture();
    }
    Promise<Void> done = Promise.promise();
    placeByPlace(places.values().iterator(), done);
    return done.future();
  }

  /** No chain of futures: it would be as deep as there are places. */
  private void placeByPlace(Iterator<List<Write.Append>> places, Promise<Void> done) {
    if (places.hasNext()) {
      commit(places.next()).onComplete(v -> placeByPlace(places, done));
    } else {
      done.complete();
    }
  }

  private void kept(List<Write.Append> batch, long start) {
    int rows = batch.stream().mapToInt(append -> append.events().size()).sum();
    committed(start, rows);
    for (Write.Append append : batch) {
      queued.addAndGet(-append.weight());
      append.succeed(null, context);
    }
  }

  private void committed(long start, int rows) {
    long took = System.nanoTime() - start;
    timer.accept(took);
    lastCommitMillis = took / NANOS_PER_MILLI;
    commits.increment();
    events.add(rows);
  }

  /** None of these is kept, and nothing that waits for the same places may come after them. */
  private void lost(List<Write.Append> batch, Throwable e) {
    Throwable failure = failures.of(e);
    batch.forEach(append -> fail(append, failure));
    Set<String> places = new HashSet<>();
    batch.forEach(append -> places.add(append.place()));
    Collection<Write<?>> after = new ArrayList<>();
    waiting.removeIf(
        write ->
            write instanceof Write.Append append
                && places.contains(append.place())
                && after.add(write));
    after.forEach(write -> fail(write, failure));
  }

  private void fail(Write<?> write, Throwable failure) {
    queued.addAndGet(-write.weight());
    if (write instanceof Write.Append append) {
      untold.merge(append.place(), 1, Integer::sum);
      write.fail(failure, context, () -> context.runOnContext(v -> told(append.place())));
    } else {
      write.fail(failure, context, () -> {});
    }
  }

  private void told(String place) {
    untold.computeIfPresent(place, (key, count) -> count == 1 ? null : count - 1);
  }

  private Transactions open() {
    return Objects.requireNonNull(transactions, "the writer isn't deployed");
  }
}
