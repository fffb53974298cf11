package conclave.bus;

import conclave.room.Event;
import java.util.List;

/** Stored events of one place, in their order, for the listeners of a node. */
public record Delivery(List<Event> events) {
  public Delivery {
    events = List.copyOf(events);
  }
}
