package conclave.handler;

import conclave.command.Sought;
import conclave.handler.History.Reader;
import conclave.room.Event;
import io.vertx.core.Future;
import java.util.List;

/** Looks for messages. Callable on any context; futures complete on the caller's. */
public interface Search {
  /**
   * What was found.
   *
   * @param events oldest first
   * @param looked how many messages were looked at
   * @param isCut there were more that could have been looked at, but for the bound
   */
  record Found(List<Event> events, int looked, boolean isCut) {
    public Found {
      events = List.copyOf(events);
    }
  }

  /**
   * Looks through a log for what its reader may see.
   *
   * @param key of a room or a direct conversation
   * @param limit it ends when so many are found
   * @param most it ends when so many were looked at
   * @return failed where the store is away, or so many wait that it is to be asked later
   */
  Future<Found> find(String key, Reader reader, Sought sought, int limit, int most);
}
