package conclave.store;

import conclave.handler.History;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Stamp;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Messages by an index that has nothing else in it, so that joins and parts are never walked. */
final class SqlHistory implements History {
  private static final int PLACE = 0;
  private static final int SEQ = 1;
  private static final int TIME = 2;
  private static final int KIND = 3;
  private static final int BODY = 4;

  private final Pool readers;

  SqlHistory(Pool readers) {
    this.readers = readers;
  }

  @Override
  public Future<List<Event>> messages(String key, long before, int limit) {
    if (limit <= 0) {
      return Future.succeededFuture(List.of());
    }
    return readers
        .preparedQuery(Sql.MESSAGES.text())
        .execute(Tuple.of(key, before, (long) limit))
        .map(SqlHistory::oldestFirst);
  }

  private static List<Event> oldestFirst(RowSet<Row> newestFirst) {
    List<Event> events = new ArrayList<>();
    newestFirst.forEach(row -> events.add(event(row)));
    Collections.reverse(events);
    return List.copyOf(events);
  }

  private static Event event(Row row) {
    Stamp at = new Stamp(row.getLong(PLACE), row.getLong(SEQ), row.getLong(TIME), Origin.SERVER);
    byte[] body = Objects.requireNonNull(Engine.bytes(row, BODY));
    return EventCodec.decode(at, EventKind.of(row.getInteger(KIND)), body);
  }
}
