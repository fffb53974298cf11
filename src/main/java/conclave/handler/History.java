package conclave.handler;

import conclave.room.Event;
import conclave.room.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Reads what was said. Callable on any context; futures complete on the caller's. */
public interface History {
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
}
