package conclave.handler;

import conclave.command.Excerpt;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reads what was said. Callable on any context; futures complete on the caller's. */
public interface History {
  /** A node is behind by seconds; clocks may be minutes apart, and may be set back. */
  long LATELY_MILLIS = TimeUnit.HOURS.toMillis(1);

  /**
   * Whose eyes read.
   *
   * @param rank in the room; nothing reads what was said to everybody
   * @param seesAll all that happened, not messages alone
   */
  record Reader(Nick nick, Optional<Role> rank, boolean seesAll) {
    /** Of messages. */
    public Reader(Nick nick, Optional<Role> rank) {
      this(nick, rank, false);
    }

    Reader of(boolean all) {
      return new Reader(nick, rank, all);
    }
  }

  /**
   * A piece of a log, read towards its end.
   *
   * @param events those that the reader may see, oldest first
   * @param reached everything up to this sequence is in it; {@code Long.MAX_VALUE} where that was
   *     all
   */
  record Next(List<Event> events, long reached) {
    public Next {
      events = List.copyOf(events);
    }
  }

  /**
   * A conversation of somebody's.
   *
   * @param other with whom: the name of an account, as it is written
   * @param log as in {@link conclave.room.Stamp#place()}
   * @param seq of its last message
   * @param time of its last message, milliseconds since 1970, UTC
   */
  record Talk(String other, long log, long seq, long time) {}

  /**
   * The last messages of a place that a reader of this rank may see.
   *
   * @param key of a room or a direct conversation
   * @param before only what has a lower sequence; {@code Long.MAX_VALUE} for all
   * @param limit at most so many
   * @param rank of the reader in the room; nothing reads what was said to everybody
   * @return Said and Told events, oldest first; empty where there is no such place
   */
  Future<List<Event>> messages(String key, long before, int limit, Optional<Role> rank);

  /** As {@link #messages(String, long, int, Optional)}, for a reader without a role. */
  default Future<List<Event>> messages(String key, long before, int limit) {
    return messages(key, before, limit, Optional.empty());
  }

  /**
   * A part of a place's log.
   *
   * @return at most {@code limit} events, oldest first; empty where there is no such place, or the
   *     mark is of another one
   */
  Future<List<Event>> excerpt(String key, Excerpt asked, Reader reader, int limit);

  /**
   * What comes next in a log, whatever its place is called by now.
   *
   * @param log as in {@link conclave.room.Stamp#place()}; one without entries is at its end
   * @param after only what has a higher sequence
   * @param limit at most so many, of which the reader may not see all
   */
  Future<Next> following(long log, long after, Reader reader, int limit);

  /** When something was last said in a place that a reader of this rank may see. */
  Future<Optional<Long>> latest(String key, Optional<Role> rank);

  /**
   * With whom that account has talked, where the last message is from between these times.
   *
   * @return in no order
   */
  Future<List<Talk>> conversations(AccountName account, long after, long before);
}
