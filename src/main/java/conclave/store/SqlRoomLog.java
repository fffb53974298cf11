package conclave.store;

import conclave.room.Event;
import conclave.room.RoomState;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** The logs of all places in two tables. Appends are encoded where they are called. */
final class SqlRoomLog implements RoomLog {
  private static final int ID = 0;
  private static final int STATE = 1;
  private static final int SEQ = 2;

  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;

  SqlRoomLog(Engine engine, Pool readers, WriterVerticle writer) {
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Future<Optional<Stored>> load(String key) {
    return readers
        .preparedQuery(Sql.LOAD_PLACE.text())
        .execute(Tuple.of(key))
        .map(SqlRoomLog::stored);
  }

  private static Optional<Stored> stored(RowSet<Row> rows) {
    for (Row row : rows) {
      Optional<RoomState> state =
          Optional.ofNullable(Engine.bytes(row, STATE)).map(StateCodec::decode);
      return Optional.of(new Stored(row.getLong(ID), state, row.getLong(SEQ)));
    }
    return Optional.empty();
  }

  @Override
  public Future<Void> append(Append append) {
    try {
      return writer.submit(
          new Write.Append(append.key(), kept(append), events(append.id(), append.events())));
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /** The first event of a log, and each change of state, write the place too. */
  private Optional<Tuple> kept(Append append) {
    boolean isFirst = !append.events().isEmpty() && append.events().get(0).stamp().seq() == 1;
    if (!isFirst && append.state().isEmpty()) {
      return Optional.empty();
    }
    Object state = append.state().map(StateCodec::encode).map(engine::bind).orElse(null);
    return Optional.of(Tuple.of(append.id(), append.key(), state));
  }

  private List<Tuple> events(long place, List<Event> events) {
    return events.stream().map(event -> row(place, event)).toList();
  }

  private Tuple row(long place, Event event) {
    EventCodec.Encoded encoded = EventCodec.encode(event);
    return Tuple.of(
        place,
        event.stamp().seq(),
        event.stamp().time(),
        encoded.kind().code(),
        engine.bind(encoded.body()));
  }
}
