package conclave.store;

import conclave.command.Excerpt;
import conclave.handler.History;
import conclave.name.AccountName;
import conclave.room.Event;
import conclave.room.Role;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Messages by an index that has nothing else in it, so that joins and parts are never walked. */
final class SqlHistory implements History {
  private static final Logger LOG = LoggerFactory.getLogger(SqlHistory.class);

  private final Pool readers;
  private final EventRows events;

  SqlHistory(Pool readers, EventRows events) {
    this.readers = readers;
    this.events = events;
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
    return new SqlExcerpt(readers, row -> events.read(key, row), reader)
        .of(key, asked, limit)
        .onFailure(SqlHistory::failed);
  }

  @Override
  public Future<Next> following(long log, long after, Reader reader, int limit) {
    return new SqlExcerpt(
            readers, row -> events.read(Long.toString(log, Character.MAX_RADIX), row), reader)
        .following(log, after, limit)
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
    rows.forEach(
        row ->
            talks.add(new Talk(row.getString(0), row.getLong(1), row.getLong(2), row.getLong(3))));
    return talks;
  }

  /** Whoever asked may have nothing to say of it but that there is no history now. */
  private static void failed(Throwable failure) {
    LOG.error("history can't be read: {}", failure.toString());
  }

  private List<Event> oldestFirst(String key, RowSet<Row> newestFirst) {
    List<Event> found = new ArrayList<>();
    newestFirst.forEach(row -> events.read(key, row).ifPresent(found::add));
    Collections.reverse(found);
    return List.copyOf(found);
  }
}
