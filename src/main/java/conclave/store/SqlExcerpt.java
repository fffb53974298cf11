package conclave.store;

import conclave.command.Excerpt;
import conclave.command.Excerpt.Mark;
import conclave.handler.History.Next;
import conclave.handler.History.Reader;
import conclave.room.Event;
import conclave.room.Stamp;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One reading of a part of a log: marks become sequences, and what is between them is read. */
final class SqlExcerpt {
  /** How often it is read on where a reader may not see what was found. */
  private static final int MOST_READS = 10;

  /** So much at least is read at once where it is read on. */
  private static final int MORE = 100;

  private static final int SEQ = 1;

  /** What is between two sequences, neither of them in it. */
  private record Bounds(long place, long low, long high, boolean isFromEnd) {
    boolean isEmpty() {
      return high - 1 <= low;
    }
  }

  private final Pool readers;
  private final Function<Row, Optional<Event>> decode;
  private final Reader reader;

  SqlExcerpt(Pool readers, Function<Row, Optional<Event>> decode, Reader reader) {
    this.readers = readers;
    this.decode = decode;
    this.reader = reader;
  }

  /** At most so many events of the place with that key, oldest first. */
  Future<List<Event>> of(String key, Excerpt asked, int limit) {
    return readers
        .preparedQuery(Sql.FIND_PLACE.text())
        .execute(Tuple.of(key))
        .map(SqlExcerpt::number)
        .compose(
            place ->
                place.isEmpty() || limit <= 0
                    ? Future.succeededFuture(List.of())
                    : of(place.get(), asked, limit));
  }

  /** What comes next in that log. */
  Future<Next> following(long log, long after, int limit) {
    List<Event> found = new ArrayList<>();
    return rows(new Bounds(log, after, Long.MAX_VALUE, false), limit)
        .map(
            rows -> {
              long reached = take(rows, found);
              return new Next(found, rows.size() < limit ? Long.MAX_VALUE : reached);
            });
  }

  private Future<List<Event>> of(long place, Excerpt asked, int limit) {
    if (asked instanceof Excerpt.Around around) {
      return around(place, around.mark(), limit);
    }
    return bounds(place, (Excerpt.Span) asked).compose(bounds -> read(bounds, limit));
  }

  /** The mark itself belongs to the newer half, which is no smaller. */
  private Future<List<Event>> around(long place, Mark mark, int limit) {
    int older = limit / 2;
    return first(place, mark)
        .compose(
            middle ->
                read(new Bounds(place, 0, middle, true), older)
                    .compose(
                        before ->
                            read(
                                    new Bounds(place, middle - 1, Long.MAX_VALUE, false),
                                    limit - before.size())
                                .map(
                                    after -> {
                                      List<Event> both = new ArrayList<>(before);
                                      both.addAll(after);
                                      return both;
                                    })));
  }

  private Future<Bounds> bounds(long place, Excerpt.Span span) {
    if (span.after().isEmpty() || span.before().isEmpty()) {
      Future<Long> low = span.after().map(m -> last(place, m)).orElse(Future.succeededFuture(0L));
      Future<Long> high =
          span.before().map(m -> first(place, m)).orElse(Future.succeededFuture(Long.MAX_VALUE));
      return low.compose(l -> high.map(h -> new Bounds(place, l, h, span.isFromEnd())));
    }
    Mark one = span.after().get();
    Mark other = span.before().get();
    return between(place, one, other, span.isFromEnd())
        .compose(
            bounds ->
                bounds.isEmpty()
                    ? between(place, other, one, !span.isFromEnd())
                    : Future.succeededFuture(bounds));
  }

  private Future<Bounds> between(long place, Mark from, Mark to, boolean isFromEnd) {
    return last(place, from)
        .compose(low -> first(place, to).map(high -> new Bounds(place, low, high, isFromEnd)));
  }

  /** The last sequence of what is at the mark, or before it. */
  private Future<Long> last(long place, Mark mark) {
    return mark instanceof Mark.Time at
        ? since(place, at.millis() + 1).map(seq -> seq - 1)
        : Future.succeededFuture(sequence(place, (Mark.Message) mark, Long.MAX_VALUE - 1));
  }

  /** The first sequence of what is at the mark, or after it. */
  private Future<Long> first(long place, Mark mark) {
    return mark instanceof Mark.Time at
        ? since(place, at.millis())
        : Future.succeededFuture(sequence(place, (Mark.Message) mark, 0));
  }

  /** Nothing comes before or after a message of somewhere else. */
  private static long sequence(long place, Mark.Message message, long nowhere) {
    long seq = Stamp.sequenceOf(message.msgid());
    boolean isHere = seq > 0 && Stamp.msgid(place, seq).equals(message.msgid());
    return isHere ? seq : nowhere;
  }

  private Future<Long> since(long place, long time) {
    return readers
        .preparedQuery(Sql.FIRST_SINCE.text())
        .execute(Tuple.of(place, time))
        .map(rows -> number(rows).orElseThrow());
  }

  private Future<List<Event>> read(Bounds bounds, int limit) {
    return read(bounds, limit, new ArrayList<>(), MOST_READS)
        .map(
            found -> {
              if (bounds.isFromEnd) {
                Collections.reverse(found);
              }
              return found;
            });
  }

  private Future<List<Event>> read(Bounds bounds, int limit, List<Event> found, int readsLeft) {
    if (found.size() >= limit || bounds.isEmpty() || readsLeft == 0) {
      return Future.succeededFuture(found.subList(0, Math.min(limit, found.size())));
    }
    int wanted = readsLeft == MOST_READS ? limit : Math.max(limit, MORE);
    return rows(bounds, wanted)
        .compose(
            rows -> {
              long reached = take(rows, found);
              return rows.size() < wanted
                  ? Future.succeededFuture(found)
                  : read(rest(bounds, reached), limit, found, readsLeft - 1);
            });
  }

  private Future<RowSet<Row>> rows(Bounds bounds, int limit) {
    int most = EventKind.mostFor(reader.rank());
    return readers
        .preparedQuery(sql(bounds.isFromEnd).text())
        .execute(Tuple.of(bounds.place, bounds.low, bounds.high, most, (long) limit));
  }

  /** Adds what may be seen; the sequence of the last row. */
  private long take(RowSet<Row> rows, List<Event> found) {
    long reached = 0;
    for (Row row : rows) {
      reached = row.getLong(SEQ);
      decode.apply(row).filter(this::isSeen).ifPresent(found::add);
    }
    return reached;
  }

  private static Bounds rest(Bounds bounds, long reached) {
    return bounds.isFromEnd
        ? new Bounds(bounds.place, bounds.low, reached, true)
        : new Bounds(bounds.place, reached, bounds.high, false);
  }

  private Sql sql(boolean isFromEnd) {
    if (reader.seesAll()) {
      return isFromEnd ? Sql.EVENTS_DOWN : Sql.EVENTS_UP;
    }
    return isFromEnd ? Sql.MESSAGES_DOWN : Sql.MESSAGES_UP;
  }

  private boolean isSeen(Event event) {
    return !(event instanceof Event.InRoom inRoom) || inRoom.isFor(reader.nick(), reader.rank());
  }

  static Optional<Long> number(RowSet<Row> rows) {
    Iterator<Row> found = rows.iterator();
    return found.hasNext() ? Optional.ofNullable(found.next().getLong(0)) : Optional.empty();
  }
}
