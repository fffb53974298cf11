package conclave.store;

import conclave.config.HistoryConfig;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is older than it may be, or more: from the front of each log, by the one writer, a
 * few hundred events in each transaction and a pause after it, so that nobody who talks waits.
 */
final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final long FIRST_MILLIS = TimeUnit.MINUTES.toMillis(1);
  private static final long EVERY_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final long PAUSE_MILLIS = 50;
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Forgetting forgetting;
  private final AtomicBoolean isRunning = new AtomicBoolean();
  private long timer = -1;
  private volatile boolean isStopped;

  Retention(Vertx vertx, Engine engine, Pool readers, WriterVerticle writer, ChainKey key) {
    this.vertx = vertx;
    this.readers = readers;
    this.writer = writer;
    this.forgetting = new Forgetting(engine, key);
  }

  /**
   * Soon and then every hour, by what is configured then.
   *
   * @param isWanted of those that share the store, one does it
   */
  synchronized void start(Supplier<HistoryConfig> config, BooleanSupplier isWanted) {
    timer =
        vertx.setPeriodic(
            FIRST_MILLIS,
            EVERY_MILLIS,
            id -> {
              if (isWanted.getAsBoolean()) {
                sweep(config.get());
              }
            });
  }

  synchronized void stop() {
    isStopped = true;
    vertx.cancelTimer(timer);
  }

  private void sweep(HistoryConfig config) {
    long now = System.currentTimeMillis();
    long before =
        config.retention().map(Duration::toMillis).map(age -> now - age).orElse(Long.MIN_VALUE);
    sweep(before, config.perRoom().orElse(Integer.MAX_VALUE))
        .onSuccess(gone -> LOG.info("{} events were removed that were kept long enough", gone))
        .onFailure(e -> LOG.warn("what was kept long enough can't be removed: {}", e.toString()));
  }

  /**
   * Goes through all places once.
   *
   * @param before what happened earlier goes; in milliseconds since 1970, UTC
   * @param most how many events of a place may stay
   * @return how many went; 0 where it is going through them already
   */
  Future<Long> sweep(long before, int most) {
    if (!isRunning.compareAndSet(false, true)) {
      return Future.succeededFuture(0L);
    }
    Sweep sweep = new Sweep(before, most);
    sweep.page(Long.MIN_VALUE);
    return sweep.done.future().onComplete(v -> isRunning.set(false));
  }

  /** No chain of futures: it would be as long as there are places and steps. */
  private final class Sweep {
    private final long before;
    private final int most;
    private final Promise<Long> done = Promise.promise();
    private final Deque<Front> fronts = new ArrayDeque<>();
    private long gone;

    /**
     * What is too much of a log.
     *
     * @param isMany may there be too many of it? A room that keeps nothing gives sequences as well
     * @param isOld does anything go for age?
     */
    private record Front(long place, boolean isMany, boolean isOld) {}

    Sweep(long before, int most) {
      this.before = before;
      this.most = most;
    }

    void page(long after) {
      readers
          .preparedQuery(ChainSql.SPANS.text())
          .execute(Tuple.of(after, (long) PAGE))
          .onComplete(this::found, done::fail);
    }

    private void found(RowSet<Row> rows) {
      long last = Long.MIN_VALUE;
      for (Row row : rows) {
        last = row.getLong(0);
        look(row);
      }
      next(last, rows.size() < PAGE);
    }

    private void look(Row row) {
      int column = 0;
      long place = row.getLong(column++);
      Long first = row.getLong(column++);
      Long last = row.getLong(column++);
      if (first == null || last == null) {
        return;
      }
      boolean isMany = last - most >= first;
      boolean isOld = row.getLong(column) < before;
      if (isOld || isMany) {
        fronts.add(new Front(place, isMany, isOld));
      }
    }

    private void next(long last, boolean isEnd) {
      Front front = fronts.poll();
      if (front != null) {
        end(front).onComplete(upTo -> step(front.place, upTo, last, isEnd), done::fail);
      } else if (isEnd) {
        done.complete(gone);
      } else {
        page(last);
      }
    }

    /** The last sequence that goes. */
    private Future<Long> end(Front front) {
      Future<Long> tooMany = front.isMany ? tooMany(front.place) : Future.succeededFuture(0L);
      return front.isOld
          ? tooMany.compose(many -> tooOld(front.place).map(old -> Math.max(many, old)))
          : tooMany;
    }

    private Future<Long> tooMany(long place) {
      return readers
          .preparedQuery(ChainSql.BEHIND_SO_MANY.text())
          .execute(Tuple.of(place, (long) most))
          .map(rows -> SqlExcerpt.number(rows).orElse(0L));
    }

    /** The time of events never falls: what is old is what stands before the first that is not. */
    private Future<Long> tooOld(long place) {
      return readers
          .preparedQuery(Sql.FIRST_SINCE.text())
          .execute(Tuple.of(place, before))
          .map(rows -> SqlExcerpt.number(rows).orElseThrow() - 1);
    }

    private void step(long place, long upTo, long last, boolean isEnd) {
      if (isStopped) {
        done.complete(gone);
        return;
      }
      writer
          .submit(new Write.Alone<>(c -> forgetting.some(c, place, upTo), some -> some > 0))
          .onFailure(done::fail)
          .onSuccess(
              some -> {
                gone += some;
                if (some == 0) {
                  next(last, isEnd);
                } else {
                  vertx.setTimer(PAUSE_MILLIS, id -> step(place, upTo, last, isEnd));
                }
              });
    }
  }
}
