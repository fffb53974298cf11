package conclave.store;

import conclave.bus.Unavailable;
import conclave.handler.Bookmarks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bookmarks. What is filed while some are written waits, a seat's last alone, and is the next
 * transaction, a little later: neither a crowd that is cut off at once nor one that talks stands in
 * the way of messages. What the store does not take now waits for a moment with the rest.
 */
final class SqlBookmarks implements Bookmarks {
  private static final Logger LOG = LoggerFactory.getLogger(SqlBookmarks.class);

  /** Seats of one transaction. */
  private static final int BATCH = 50;

  /** So many seats may wait; above them, what is filed is lost: a store that is away for long. */
  private static final int MAX_WAITING = 100_000;

  /** Until more is written: the more there are, the less often each is. */
  private static final long PACE_MILLIS = 100;

  /** Until the store is asked again. */
  private static final long PAUSE_MILLIS = 1_000;

  private static final long TIME = 0;

  private final Vertx vertx;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Map<Seat, Reached> waiting = new LinkedHashMap<>();
  private final List<Promise<Void>> settled = new ArrayList<>();
  private final Map<Seat, Promise<Void>> awaited = new HashMap<>();
  private Map<Seat, Reached> writing = Map.of();
  private boolean isPausing;
  private boolean isUrgent;
  private boolean isClosing;

  SqlBookmarks(Vertx vertx, Pool readers, WriterVerticle writer) {
    this.vertx = vertx;
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Future<Optional<Reached>> of(Seat seat) {
    Optional<Reached> fresh = unwritten(seat);
    return fresh.isPresent()
        ? Future.succeededFuture(fresh)
        : readers
            .preparedQuery(ResidentSql.BOOKMARKS_OF.text())
            .execute(Tuple.of(seat.account(), seat.session()))
            .map(SqlBookmarks::reached);
  }

  private synchronized Optional<Reached> unwritten(Seat seat) {
    return Optional.ofNullable(waiting.getOrDefault(seat, writing.get(seat)));
  }

  private static Optional<Reached> reached(RowSet<Row> rows) {
    Map<Long, Long> logs = new HashMap<>();
    rows.forEach(row -> logs.put(row.getLong(0), row.getLong(1)));
    return Optional.ofNullable(logs.remove(TIME)).map(time -> new Reached(logs, time));
  }

  @Override
  public synchronized void file(Seat seat, Reached reached, boolean isLast) {
    if (waiting.size() < MAX_WAITING || waiting.containsKey(seat)) {
      waiting.put(seat, reached);
      isUrgent |= isLast;
    }
    writeNext();
  }

  @Override
  public synchronized Future<Void> stored(Seat seat) {
    return unwritten(seat).isEmpty()
        ? Future.succeededFuture()
        : awaited.computeIfAbsent(seat, one -> Promise.promise()).future();
  }

  private synchronized void written() {
    writing = Map.of();
    awaited.entrySet().removeIf(one -> unwritten(one.getKey()).isEmpty() && told(one.getValue()));
    if (!isClosing) {
      pause(PACE_MILLIS);
    }
    writeNext();
    if (writing.isEmpty()) {
      settled.forEach(Promise::complete);
      settled.clear();
    }
  }

  /** The store does not take these: they wait, unless the seat has filed something newer. */
  private synchronized void refused(Map<Seat, Reached> batch, Throwable away) {
    boolean isForNow = away instanceof StoreBusy || (away instanceof Unavailable && !isClosing);
    if (!isForNow) {
      LOG.warn("bookmarks of {} sessions are lost: {}", batch.size(), away.toString());
      written();
      return;
    }
    writing = Map.of();
    batch.forEach(waiting::putIfAbsent);
    isUrgent = false;
    pause(PAUSE_MILLIS);
  }

  private static boolean told(Promise<Void> promise) {
    return promise.tryComplete();
  }

  private void pause(long millis) {
    isPausing = true;
    vertx.setTimer(millis, id -> goOn());
  }

  private synchronized void goOn() {
    isPausing = false;
    writeNext();
  }

  /** The store is about to close: done when all that was filed so far is stored, or lost. */
  synchronized Future<Void> settled() {
    isClosing = true;
    if (writing.isEmpty() && waiting.isEmpty()) {
      return Future.succeededFuture();
    }
    Promise<Void> promise = Promise.promise();
    settled.add(promise);
    isPausing = false;
    writeNext();
    return promise.future();
  }

  private void writeNext() {
    if ((isPausing && !isUrgent) || !writing.isEmpty() || waiting.isEmpty()) {
      return;
    }
    Map<Seat, Reached> batch = new LinkedHashMap<>();
    Iterator<Map.Entry<Seat, Reached>> next = waiting.entrySet().iterator();
    while (next.hasNext() && batch.size() < BATCH) {
      Map.Entry<Seat, Reached> entry = next.next();
      batch.put(entry.getKey(), entry.getValue());
      next.remove();
    }
    writing = batch;
    isUrgent &= !waiting.isEmpty();
    writer
        .submit(new Write.Alone<>(c -> writeAll(c, batch), done -> true))
        .onComplete(done -> written(), away -> refused(batch, away));
  }

  private static Future<Void> writeAll(SqlConnection connection, Map<Seat, Reached> batch) {
    Promise<Void> done = Promise.promise();
    Future<Void> all = done.future();
    for (Map.Entry<Seat, Reached> entry : batch.entrySet()) {
      all = all.compose(before -> write(connection, entry.getKey(), entry.getValue()));
    }
    done.complete();
    return all;
  }

  private static Future<Void> write(SqlConnection connection, Seat seat, Reached reached) {
    String account = seat.account();
    return connection
        .preparedQuery(ResidentSql.CLEAR_BOOKMARKS.text())
        .execute(Tuple.of(account, seat.session()))
        .compose(done -> SqlAccounts.mayKeep(connection, account))
        .compose(
            mayKeep ->
                mayKeep
                    ? connection
                        .preparedQuery(ResidentSql.ADD_BOOKMARK.text())
                        .executeBatch(rows(seat, reached))
                        .mapEmpty()
                    : Future.succeededFuture());
  }

  private static List<Tuple> rows(Seat seat, Reached reached) {
    List<Tuple> rows = new ArrayList<>();
    String account = seat.account();
    rows.add(Tuple.of(account, seat.session(), TIME, reached.time()));
    reached.logs().forEach((log, seq) -> rows.add(Tuple.of(account, seat.session(), log, seq)));
    return rows;
  }
}
