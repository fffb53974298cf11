package conclave.bus;

import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;

/** Tells all nodes. Any thread. */
public interface Everyone {
  DeliveryOptions HERE = new DeliveryOptions().setLocalOnly(true);

  /**
   * Tells whoever listens at that address, on this node and on all others.
   *
   * @param address the same on every node
   */
  void tell(String address, Object what);

  /** There is no other node. */
  static Everyone here(EventBus bus) {
    return (address, what) -> bus.publish(address, what, HERE);
  }
}
