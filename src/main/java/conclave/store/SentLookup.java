package conclave.store;

import conclave.shard.RoomLog.Sent;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Finds many retry keys with few queries: what is asked for during one turn of a loop, or while a
 * query is under way, goes together in the next. So a burst of messages with ids takes one of the
 * readers, and not all of them. Any thread.
 */
final class SentLookup {
  /** So many wait; one more is refused. */
  static final int MAX_WAITING = 100_000;

  private static final int TAG = 6;

  private record Asked(
      long place, String tag, Promise<Optional<Sent>> promise, @Nullable Context caller) {
    void answer(AsyncResult<Map<String, Sent>> found) {
      if (caller == null) {
        settle(found);
      } else {
        caller.runOnContext(now -> settle(found));
      }
    }

    private void settle(AsyncResult<Map<String, Sent>> found) {
      if (found.succeeded()) {
        promise.complete(Optional.ofNullable(found.result().get(tag)));
      } else {
        promise.fail(found.cause());
      }
    }
  }

  private final Pool readers;
  private final EventRows events;
  private final Deque<Asked> waiting = new ArrayDeque<>();
  private boolean isAsking;

  SentLookup(Pool readers, EventRows events) {
    this.readers = readers;
    this.events = events;
  }

  /** What was stored in that place under this tag; told on the caller's context. */
  Future<Optional<Sent>> find(long place, String tag) {
    Context caller = Vertx.currentContext();
    Asked asked = new Asked(place, tag, Promise.promise(), caller);
    synchronized (this) {
      if (waiting.size() >= MAX_WAITING) {
        return Future.failedFuture(new StoreBusy());
      }
      waiting.add(asked);
      if (isAsking) {
        return asked.promise.future();
      }
      isAsking = true;
    }
    if (caller == null) {
      ask();
    } else {
      caller.runOnContext(now -> ask());
    }
    return asked.promise.future();
  }

  private void ask() {
    List<Asked> some = next(SentSql.SOME);
    if (some.isEmpty()) {
      return;
    }
    query(some)
        .timeout(Store.CONNECT_SECONDS, TimeUnit.SECONDS)
        .map(rows -> read(some, rows))
        .onComplete(
            found -> {
              some.forEach(asked -> asked.answer(found));
              if (found.failed()) {
                // Else each hundred of them would wait for a store that is away.
                next(MAX_WAITING).forEach(asked -> asked.answer(found));
              }
              ask();
            });
  }

  private synchronized List<Asked> next(int most) {
    List<Asked> some = new ArrayList<>();
    while (some.size() < most && !waiting.isEmpty()) {
      some.add(waiting.remove());
    }
    isAsking = !some.isEmpty();
    return some;
  }

  private Future<RowSet<Row>> query(List<Asked> some) {
    if (some.size() == 1) {
      return readers.preparedQuery(SentSql.FIND.text()).execute(Tuple.of(some.get(0).tag));
    }
    Tuple tags = Tuple.tuple();
    for (int i = 0; i < SentSql.SOME; i++) {
      tags.addString(some.get(Math.min(i, some.size() - 1)).tag);
    }
    return readers.preparedQuery(SentSql.FIND_SOME.text()).execute(tags);
  }

  private Map<String, Sent> read(List<Asked> some, RowSet<Row> rows) {
    Map<String, Long> places = new HashMap<>();
    some.forEach(asked -> places.put(asked.tag, asked.place));
    Map<String, Sent> found = new HashMap<>();
    for (Row row : rows) {
      String tag = row.getString(TAG);
      String place = Long.toString(places.getOrDefault(tag, 0L), Character.MAX_RADIX);
      found.put(
          tag, new Sent(EventRows.hasEvent(row) ? events.read(place, row) : Optional.empty()));
    }
    return found;
  }
}
