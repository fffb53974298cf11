package conclave.store;

import conclave.config.StoreConfig;
import conclave.room.Origin;
import conclave.room.Stamp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The log of one room, a page after another, as JSON: as far as it went when it was asked for. A
 * server may use the store meanwhile.
 */
public final class Export {
  private static final int PAGE = 500;

  private final Vertx vertx;
  private final Beside store;
  private final Sealing sealing;
  private final long place;
  private final long last;
  private long reached;
  private long unreadable;

  private Export(Vertx vertx, Beside store, Sealing sealing, long place, long first, long beyond) {
    this.vertx = vertx;
    this.store = store;
    this.sealing = sealing;
    this.place = place;
    this.reached = first - 1;
    this.last = beyond - 1;
  }

  /**
   * Finds a room; close what it gives.
   *
   * @param key the room's
   * @param since the first moment of what is wanted
   * @param until the first moment of what is not
   * @return failed with {@link StoreUnavailable} where there is no such store or room, or the key
   *     of the store is another one's
   */
  public static Future<Export> open(
      Vertx vertx,
      StoreConfig config,
      Path dataDir,
      String key,
      Optional<Instant> since,
      Optional<Instant> until) {
    return Beside.open(vertx, config, dataDir)
        .compose(
            store ->
                find(store, key)
                    .compose(
                        place ->
                            new KeyCheck(
                                    vertx,
                                    store.engine(),
                                    store.pool(),
                                    KeyFile.of(config, dataDir))
                                .unlock()
                                .compose(
                                    sealing -> open(vertx, store, sealing, place, since, until)))
                    .recover(e -> store.close().transform(closed -> store.unavailable(e))));
  }

  private static Future<Export> open(
      Vertx vertx,
      Beside store,
      Sealing sealing,
      long place,
      Optional<Instant> since,
      Optional<Instant> until) {
    return first(store, place, since.map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
        .compose(
            first ->
                first(store, place, until.map(Instant::toEpochMilli).orElse(Long.MAX_VALUE))
                    .map(beyond -> new Export(vertx, store, sealing, place, first, beyond)));
  }

  private static Future<Long> find(Beside store, String key) {
    return store
        .pool()
        .preparedQuery(Sql.FIND_PLACE.text())
        .execute(Tuple.of(key))
        .map(
            rows -> {
              for (Row row : rows) {
                return row.getLong(0);
              }
              throw new StoreUnavailable("there is no log of " + key);
            });
  }

  /** The first sequence that is not before then; one more than the last where all are. */
  private static Future<Long> first(Beside store, long place, long millis) {
    return store
        .pool()
        .preparedQuery(Sql.FIRST_SINCE.text())
        .execute(Tuple.of(place, millis))
        .map(rows -> rows.iterator().next().getLong(0));
  }

  /** What comes next, an object each; nothing at the end. */
  public Future<List<String>> next() {
    return store
        .pool()
        .preparedQuery(ChainSql.EVENTS.text())
        .execute(Tuple.of(place, reached, last, (long) PAGE))
        .compose(rows -> vertx.executeBlocking(() -> page(rows), false))
        .recover(store::unavailable);
  }

  private List<String> page(RowSet<Row> rows) {
    List<String> page = new ArrayList<>();
    for (Row row : rows) {
      LoggedEvent event = LoggedEvent.of(place, row);
      reached = event.seq();
      page.add(json(event).encode());
    }
    return page;
  }

  private JsonObject json(LoggedEvent event) {
    Stamp at = new Stamp(place, event.seq(), event.time(), Origin.SERVER);
    if (event.kind() == LoggedEvent.ERASED) {
      return EventJson.ofNothing(at, "removed");
    }
    try {
      byte[] body = event.open(sealing);
      return EventJson.of(EventCodec.decode(at, EventKind.of(event.kind()), body));
    } catch (Unreadable e) {
      unreadable++;
      return EventJson.ofNothing(at, "unreadable");
    }
  }

  /** How many could not be read so far. */
  public long unreadable() {
    return unreadable;
  }

  public Future<Void> close() {
    return store.close();
  }
}
