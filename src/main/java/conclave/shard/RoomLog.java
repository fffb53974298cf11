package conclave.shard;

import conclave.room.Event;
import conclave.room.Member;
import conclave.room.RetryKey;
import conclave.room.RoomState;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
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
   * How a place was at its last event, beside its state.
   *
   * @param time of that event, milliseconds since 1970, UTC; 0 for none
   * @param members who is in, in no order; nobody where the store is one node's alone: they are
   *     gone with the node
   */
  record Last(long time, List<Member> members) {
    public Last {
      members = List.copyOf(members);
    }
  }

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
   * @param members who is another member after it, by the nick's key, and nothing for who is none
   */
  record Append(
      String key,
      long id,
      Optional<RoomState> state,
      List<Event> events,
      long before,
      long last,
      Map<String, Optional<Member>> members) {
    public Append {
      events = List.copyOf(events);
      members = Map.copyOf(members);
    }

    /** Keeps all that happened. */
    public Append(String key, long id, Optional<RoomState> state, List<Event> events) {
      this(
          key,
          id,
          state,
          events,
          events.isEmpty() ? 0 : events.get(0).stamp().seq() - 1,
          events.isEmpty() ? 0 : events.get(events.size() - 1).stamp().seq(),
          Map.of());
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

  /** How that place was at its last event. */
  Future<Last> last(long place);

  /** Does it keep who is in a room? */
  boolean keepsMembers();

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
   *     place that was called before the failure was told. With {@link conclave.bus.NotOwner} where
   *     the shard has been taken by somebody else
   */
  Future<Void> append(Append append);
}
