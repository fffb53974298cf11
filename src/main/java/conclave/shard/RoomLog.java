package conclave.shard;

import conclave.room.Event;
import conclave.room.RetryKey;
import conclave.room.RoomState;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the logs of all places are durable. Callable on any context; futures complete on the
 * caller's.
 */
public interface RoomLog {
  /**
   * A place as it was stored.
   *
   * @param id the log's identity
   * @param state nothing for a direct conversation
   * @param seq the last that was given, 0 for none
   */
  record Stored(long id, Optional<RoomState> state, long seq) {}

  /**
   * That something is in the log already.
   *
   * @param event what it is; nothing where it was taken back or erased
   */
  record Sent(Optional<Event> event) {}

  /**
   * What one commit adds to one place.
   *
   * @param key the place's key, as it was before
   * @param id the log's identity; a place that the store doesn't know yet is created with it
   * @param state the state after these events, where they changed it
   * @param events those to be kept, rising; may be none. One whose origin has a lasting retry key
   *     is found by that in the next day, and none is kept if one that is there already has the
   *     same
   * @param before the last sequence that was given before it
   * @param last the last sequence that is given with it, kept or not. A place that keeps nothing is
   *     given many at once, and goes back to what it has used with the next event that is kept; the
   *     same as {@code before} where none is given
   */
  record Append(
      String key, long id, Optional<RoomState> state, List<Event> events, long before, long last) {
    public Append {
      events = List.copyOf(events);
    }

    /** Keeps all that happened. */
    public Append(String key, long id, Optional<RoomState> state, List<Event> events) {
      this(
          key,
          id,
          state,
          events,
          events.isEmpty() ? 0 : events.get(0).stamp().seq() - 1,
          events.isEmpty() ? 0 : events.get(events.size() - 1).stamp().seq());
    }

    /** Does it give any sequence? */
    public boolean isLonger() {
      return last > before;
    }

    /** The key that the place has after it, where that is another one; it must be free. */
    public Optional<String> newKey() {
      return events.isEmpty()
          ? Optional.empty()
          : Optional.of(events.get(events.size() - 1))
              .filter(Event.RoomRenamed.class::isInstance)
              .map(event -> ((Event.RoomRenamed) event).to().key())
              .filter(to -> !to.equals(key));
    }
  }

  /** The place with this key; nothing where there has never been one. */
  Future<Optional<Stored>> load(String key);

  /**
   * What the log of that place has after a sequence, oldest first; of very much, the first part.
   * What is not there of what was appended before, will never be.
   */
  Future<List<Event>> after(long place, long seq);

  /** What was appended to one of those places under a retry key; nothing after a day or more. */
  Future<Optional<Sent>> sent(Set<Long> places, RetryKey key);

  /**
   * Appends to one place's log, in one commit, perhaps together with other places'. Appends of one
   * place are committed in the order of the calls.
   *
   * @return done when all is on stable storage (fsync); failed when none of it is, and with {@link
   *     conclave.bus.Doubtful} when nobody knows. A failure also fails every append of the same
   *     place that was called before the failure was told.
   */
  Future<Void> append(Append append);
}
