package conclave.shard;

import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Place;
import conclave.room.Stamp;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What the store says of a place after a commit that failed.
 *
 * @param events those that it has and the owner has not shown, oldest first
 * @param given the last sequence that it has given; nothing where it knows no such place
 */
record Truth(List<Event> events, Optional<Long> given) {
  private static final long PATIENCE_MILLIS = 1_000;

  /** What it says now of a place that has shown so much, and had that key. */
  static Future<Truth> of(RoomLog log, Place shown, String key) {
    return log.after(shown.id(), shown.seq())
        .compose(
            events ->
                log.load(keyAfter(events, key))
                    .map(found -> new Truth(events, found.map(RoomLog.Stored::seq))));
  }

  /** The same as soon as it can be asked, but not now. */
  static Future<Truth> later(Supplier<Future<Truth>> ask, Shard.Later later) {
    Promise<Truth> found = Promise.promise();
    askLater(ask, later, found);
    return found.future();
  }

  private static void askLater(
      Supplier<Future<Truth>> ask, Shard.Later later, Promise<Truth> found) {
    later.run(
        PATIENCE_MILLIS,
        () -> ask.get().onComplete(found::complete, away -> askLater(ask, later, found)));
  }

  /** The key under which a place is found that has had these since it had that key. */
  static String keyAfter(List<Event> events, String key) {
    String last = key;
    for (Event event : events) {
      last = event instanceof Event.RoomRenamed renamed ? renamed.to().key() : last;
    }
    return last;
  }

  /** Is that all that it has, and nothing else? */
  boolean has(List<Event> kept, long last) {
    return events.size() == kept.size() && given.equals(Optional.of(last)) && isFirst(kept);
  }

  /** Is that in it, and perhaps more of somebody else? */
  boolean beginsWith(List<Event> kept) {
    return !kept.isEmpty() && events.size() >= kept.size() && isFirst(kept);
  }

  private boolean isFirst(List<Event> kept) {
    return IntStream.range(0, kept.size())
        .allMatch(i -> isSame(events.get(i).stamp(), kept.get(i).stamp()));
  }

  /** Another commit may have given the same sequence. */
  private static boolean isSame(Stamp one, Stamp other) {
    Origin origin = one.origin();
    return one.seq() == other.seq()
        && one.time() == other.time()
        && origin.connection().equals(other.origin().connection())
        && origin.command() == other.origin().command();
  }
}
