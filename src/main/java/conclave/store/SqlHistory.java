package conclave.store;

import conclave.command.Excerpt;
import conclave.handler.History;
import conclave.name.AccountName;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Role;
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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages by an index that has nothing else in it, so that joins and parts are never walked. */
final class SqlHistory implements History {
  private static final Logger LOG = LoggerFactory.getLogger(SqlHistory.class);
  private static final int PLACE = 0;
  private static final int SEQ = 1;
  private static final int TIME = 2;
  private static final int KIND = 3;
  private static final int BODY = 4;
  private static final int FIRST_KEY = 5;

  private final Pool readers;
  private final Sealing sealing;
  private final UnreadableRows unreadable;

  SqlHistory(Pool readers, Sealing sealing, UnreadableRows unreadable) {
    this.readers = readers;
    this.sealing = sealing;
    this.unreadable = unreadable;
  }

  @Override
  public Future<List<Event>> messages(String key, long before, int limit, Optional<Role> rank) {
    if (limit <= 0) {
      return Future.succeededFuture(List.of());
    }
    return readers
        .preparedQuery(Sql.MESSAGES.text())
        .execute(Tuple.of(key, before, EventKind.mostFor(rank), (long) limit))
        .onFailure(SqlHistory::failed)
        .map(rows -> oldestFirst(key, rows));
  }

  @Override
  public Future<List<Event>> excerpt(String key, Excerpt asked, Reader reader, int limit) {
    return new SqlExcerpt(readers, row -> event(key, row), reader)
        .of(key, asked, limit)
        .onFailure(SqlHistory::failed);
  }

  @Override
  public Future<Next> following(String key, long after, Reader reader, int limit) {
    return new SqlExcerpt(readers, row -> event(key, row), reader)
        .following(key, after, limit)
        .onFailure(SqlHistory::failed);
  }

  @Override
  public Future<Optional<Long>> latest(String key, Optional<Role> rank) {
    return readers
        .preparedQuery(Sql.LATEST_MESSAGE.text())
        .execute(Tuple.of(key, EventKind.mostFor(rank)))
        .onFailure(SqlHistory::failed)
        .map(SqlExcerpt::number);
  }

  @Override
  public Future<List<Talk>> conversations(AccountName account, long after, long before) {
    return readers
        .preparedQuery(Sql.CONVERSATIONS_OF.text())
        .execute(Tuple.of(account.key(), after, before))
        .onFailure(SqlHistory::failed)
        .map(SqlHistory::talks);
  }

  private static List<Talk> talks(RowSet<Row> rows) {
    List<Talk> talks = new ArrayList<>();
    rows.forEach(row -> talks.add(new Talk(row.getString(0), row.getLong(1), row.getLong(2))));
    return talks;
  }

  /** Whoever asked may have nothing to say of it but that there is no history now. */
  private static void failed(Throwable failure) {
    LOG.error("history can't be read: {}", failure.toString());
  }

  private List<Event> oldestFirst(String key, RowSet<Row> newestFirst) {
    List<Event> events = new ArrayList<>();
    newestFirst.forEach(row -> event(key, row).ifPresent(events::add));
    Collections.reverse(events);
    return List.copyOf(events);
  }

  /** One damaged row must not hide all others. */
  private Optional<Event> event(String key, Row row) {
    Stamp at = new Stamp(row.getLong(PLACE), row.getLong(SEQ), row.getLong(TIME), Origin.SERVER);
    int kind = row.getInteger(KIND);
    try {
      byte[] sealed = Objects.requireNonNull(Engine.bytes(row, BODY));
      String first = row.getString(FIRST_KEY);
      byte[] bound =
          first == null
              ? Bound.toEvent(at.place(), at.seq(), at.time(), kind)
              : Bound.toEvent(first, at.place(), at.seq(), at.time(), kind);
      return Optional.of(EventCodec.decode(at, EventKind.of(kind), sealing.open(sealed, bound)));
    } catch (Unreadable e) {
      unreadable.note(key, at.seq(), e);
      return Optional.empty();
    }
  }
}
