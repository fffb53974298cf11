package conclave.shard;

import conclave.bus.Addresses;
import conclave.bus.Delivery;
import conclave.bus.Everyone;
import conclave.room.Event;
import conclave.room.RoomView;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.Set;

/** Brings what happened to the nodes that show it. Any loop; of one place, always the same. */
public interface Outlet {
  /** These were stored, in this order, in one place. */
  void show(List<Event> events);

  /**
   * Something was asked of a place.
   *
   * @param key the place's
   * @param node whose user asked, and will want to see what happens there
   */
  void asked(String key, String node);

  /** The room is shown here as it was then, and all that happens in it after that. */
  void follow(RoomView view);

  /** The nodes that want to hear of the room with that key; this one may. */
  Set<String> wanting(String key);

  /** All listeners are on this node. */
  static Outlet here(EventBus bus, String node) {
    String address = Addresses.node(node);
    return new Outlet() {
      @Override
      public void show(List<Event> events) {
        bus.publish(address, new Delivery(events), Everyone.HERE);
      }

      @Override
      public void asked(String key, String by) {
        // there is no other
      }

      @Override
      public void follow(RoomView view) {
        // nothing is lost on its way
      }

      @Override
      public Set<String> wanting(String key) {
        return Set.of();
      }
    };
  }
}
