package conclave.shard;

import conclave.room.Event;
import conclave.room.Origin;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What whoever owned a place before has done in it: only the log knows. One loop. */
final class Forerunner {
  /** So far back is looked. No owner had as much under way in one place. */
  private static final int BEHIND = 2_000;

  /** Which command did something. */
  private record Did(String connection, long command) {
    static Did by(Origin origin) {
      return new Did(origin.connection(), origin.command());
    }

    static Set<Did> all(List<Event> events) {
      return events.stream()
          .map(event -> by(event.stamp().origin()))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private final long place;
  private final LongSupplier head;
  private final RoomLog log;
  private @Nullable Future<Set<Did>> known;
  private long at;

  /**
   * Of one place.
   *
   * @param head the last sequence of its log
   */
  Forerunner(long place, LongSupplier head, RoomLog log) {
    this.place = place;
    this.head = head;
    this.log = log;
  }

  /** Has this command done something in the place? */
  Future<Boolean> did(Origin origin) {
    long seq = head.getAsLong();
    Future<Set<Did>> current = known;
    if (current == null || at != seq || current.failed()) {
      current = log.after(place, seq - BEHIND).map(Did::all);
      known = current;
      at = seq;
    }
    return current.map(all -> all.contains(Did.by(origin)));
  }
}
