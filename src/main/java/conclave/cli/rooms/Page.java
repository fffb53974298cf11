package conclave.cli.rooms;

import conclave.client.Event;
import java.util.List;

/**
 * What a room has to show to somebody who comes to it.
 *
 * @param topic empty if it has none, or none is known
 * @param seen the last of what was seen there
 * @param fresh what happened since
 * @param missing how many messages are unread and not kept here: the server has them
 */
public record Page(String room, String topic, List<Event> seen, List<Event> fresh, int missing) {
  public Page {
    seen = List.copyOf(seen);
    fresh = List.copyOf(fresh);
  }
}
