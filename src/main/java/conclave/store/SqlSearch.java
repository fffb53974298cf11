package conclave.store;

import conclave.command.Sought;
import conclave.handler.History.Reader;
import conclave.handler.Search;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for messages without an index, which would tell whoever has the database what was said: it
 * opens them, a page after another, on threads that may block, and for few searches at once.
 */
final class SqlSearch implements Search {
  static final int MOST_AT_ONCE = 2;
  static final int MOST_WAITING = 200;

  private static final Logger LOG = LoggerFactory.getLogger(SqlSearch.class);

  private final Vertx vertx;
  private final Pool readers;
  private final EventRows events;
  private final FewAtOnce turns;

  SqlSearch(Vertx vertx, Pool readers, EventRows events) {
    this.vertx = vertx;
    this.readers = readers;
    this.events = events;
    this.turns = new FewAtOnce(vertx, MOST_AT_ONCE, MOST_WAITING);
  }

  @Override
  public Future<Found> find(String key, Reader reader, Sought sought, int limit, int most) {
    return turns
        .take(() -> found(key, reader, sought, limit, most))
        .onFailure(failure -> LOG.warn("{} can't be searched: {}", key, failure.toString()));
  }

  private Future<Found> found(String key, Reader reader, Sought sought, int limit, int most) {
    return readers
        .preparedQuery(Sql.FIND_PLACE.text())
        .execute(Tuple.of(key))
        .map(SqlExcerpt::number)
        .compose(
            place ->
                place.isEmpty()
                    ? Future.succeededFuture(new Found(List.of(), 0, false))
                    : new Scan(vertx, readers, row -> events.read(key, row), reader, sought)
                        .of(place.get(), limit, most));
  }
}
