package conclave.handler;

import conclave.room.Event;
import io.vertx.core.Future;
import java.util.List;

/** Reads what was said. Callable on any context; futures complete on the caller's. */
public interface History {
  /**
   * The last messages of a place.
   *
   * @param key of a room or a direct conversation
   * @param before only what has a lower sequence; {@code Long.MAX_VALUE} for all
   * @param limit at most so many
   * @return Said and Told events, oldest first; empty where there is no such place
   */
  Future<List<Event>> messages(String key, long before, int limit);
}
