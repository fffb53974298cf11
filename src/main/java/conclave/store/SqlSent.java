package conclave.store;

import conclave.room.Event;
import conclave.room.RetryKey;
import conclave.room.Stamp;
import conclave.shard.RoomLog;
import conclave.shard.RoomLog.Sent;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Under which retry keys events were stored, for a day at least. A key stands there as a tag, which
 * tells nobody whose it is; that it is the table's primary key lets nothing be stored twice.
 */
final class SqlSent {
  static final long LASTING = Duration.ofDays(1).toMillis();

  private static final int TIME = 3;

  private final IndexKey index;
  private final SentLookup lookup;

  SqlSent(IndexKey index, SentLookup lookup) {
    this.index = index;
    this.lookup = lookup;
  }

  /** What was stored in one of these places under that key. */
  Future<Optional<Sent>> find(Set<Long> places, RetryKey key) {
    List<Future<Optional<Sent>>> found =
        places.stream().map(place -> lookup.find(place, index.tag(place, key))).toList();
    return found.size() == 1
        ? found.get(0)
        : Future.all(found).map(all -> first(all.<Optional<Sent>>list()));
  }

  private static Optional<Sent> first(List<Optional<Sent>> found) {
    return found.stream().flatMap(Optional::stream).findFirst();
  }

  /** The rows of those events that may come again. */
  List<Tuple> rows(RoomLog.Append append) {
    return append.events().stream()
        .map(Event::stamp)
        .filter(stamp -> stamp.origin().retry().filter(RetryKey::isLasting).isPresent())
        .map(stamp -> row(append.id(), stamp))
        .toList();
  }

  private Tuple row(long place, Stamp stamp) {
    String tag = index.tag(place, stamp.origin().retry().orElseThrow());
    // By the clock: the time of a place stays ahead of it for good where the clock once was.
    return Tuple.of(tag, place, stamp.seq(), System.currentTimeMillis());
  }

  /**
   * Which rows may go when these come: more than come, so that no more than those of two days are
   * ever there, and few enough that no commit takes long.
   */
  static List<Tuple> old(List<Tuple> added) {
    return added.isEmpty()
        ? List.of()
        : List.of(
            Tuple.of(added.get(added.size() - 1).getLong(TIME) - LASTING, 2L * added.size() + 10));
  }
}
