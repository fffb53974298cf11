package conclave.store;

import conclave.command.Sought;
import conclave.handler.History.Reader;
import conclave.handler.Search.Found;
import conclave.room.Event;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One walk through a log, from its end or from a time on, up to a bound. Between two of its pages
 * everybody else may read.
 */
final class Scan {
  private static final int PAGE = 200;
  private static final int SEQ = 1;

  private final Vertx vertx;
  private final Pool readers;
  private final Function<Row, Optional<Event>> decode;
  private final Reader reader;
  private final Sought sought;
  private final boolean isUp;
  private final List<Event> found = new ArrayList<>();
  private int looked;

  Scan(
      Vertx vertx,
      Pool readers,
      Function<Row, Optional<Event>> decode,
      Reader reader,
      Sought sought) {
    this.vertx = vertx;
    this.readers = readers;
    this.decode = decode;
    this.reader = reader;
    this.sought = sought;
    this.isUp = sought.after().isPresent();
  }

  /** What is found until there are so many, or so many were looked at. */
  Future<Found> of(long place, int limit, int most) {
    Future<Long> low = sought.after().map(t -> since(place, t)).orElse(Future.succeededFuture(1L));
    return low.compose(
        first ->
            sought
                .before()
                .map(time -> since(place, time + 1))
                .orElse(Future.succeededFuture(Long.MAX_VALUE))
                .compose(
                    end -> {
                      Promise<Boolean> isCut = Promise.promise();
                      pages(new Part(place, first - 1, end), limit, most, isCut);
                      return isCut.future();
                    })
                .map(this::result));
  }

  /** What is between two sequences, neither of them in it. */
  private record Part(long place, long low, long high) {}

  private Future<Long> since(long place, long time) {
    return readers
        .preparedQuery(Sql.FIRST_SINCE.text())
        .execute(Tuple.of(place, time))
        .map(rows -> SqlExcerpt.number(rows).orElseThrow());
  }

  private Found result(boolean isCut) {
    if (!isUp) {
      Collections.reverse(found);
    }
    return new Found(found, looked, isCut);
  }

  /** No chain of futures: it would be as long as there are pages. */
  private void pages(Part part, int limit, int most, Promise<Boolean> isCut) {
    int wanted = Math.min(PAGE, most - looked);
    if (part.high - 1 <= part.low || found.size() >= limit) {
      isCut.complete(false);
    } else if (wanted <= 0) {
      rows(part, 1).map(rows -> rows.size() > 0).onComplete(isCut);
    } else {
      long begun = System.nanoTime();
      rows(part, wanted)
          .compose(rows -> vertx.executeBlocking(() -> rest(part, rows, limit), false))
          .onSuccess(
              rest -> {
                if (rest.isEmpty()) {
                  isCut.complete(false);
                } else {
                  pause(begun).onComplete(v -> pages(rest.get(), limit, most, isCut));
                }
              })
          .onFailure(isCut::fail);
    }
  }

  /** As long as the page took: the busier the machine is, the more is left to those who talk. */
  private Future<Void> pause(long begun) {
    long nanos = System.nanoTime() - begun;
    return vertx.timer(1 + TimeUnit.NANOSECONDS.toMillis(nanos)).mapEmpty();
  }

  private Future<RowSet<Row>> rows(Part part, int limit) {
    Sql sql = isUp ? Sql.MESSAGES_UP : Sql.MESSAGES_DOWN;
    int mostKind = EventKind.mostFor(reader.rank());
    return readers
        .preparedQuery(sql.text())
        .execute(Tuple.of(part.place, part.low, part.high, mostKind, (long) limit));
  }

  /** Looks through a page; what is behind it, if it can be anything. */
  private Optional<Part> rest(Part part, RowSet<Row> rows, int limit) {
    long reached = 0;
    for (Row row : rows) {
      if (found.size() >= limit) {
        break;
      }
      reached = row.getLong(SEQ);
      looked++;
      decode.apply(row).filter(this::isSought).ifPresent(found::add);
    }
    if (rows.size() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        isUp ? new Part(part.place, reached, part.high) : new Part(part.place, part.low, reached));
  }

  private boolean isSought(Event event) {
    boolean isSeen =
        !(event instanceof Event.InRoom inRoom) || inRoom.isFor(reader.nick(), reader.rank());
    return isSeen && sought.isIt(event);
  }
}
