package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Batch;
import conclave.bus.Delivery;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** What goes to one other node: all of one turn of a loop in one message. Any thread. */
final class Outbound {
  private final Vertx vertx;
  private final String address;
  private List<Delivery> batch = new ArrayList<>();

  Outbound(Vertx vertx, String node) {
    this.vertx = vertx;
    this.address = Addresses.feed(node);
  }

  synchronized void add(Delivery delivery) {
    batch.add(delivery);
    if (batch.size() == 1) {
      vertx.getOrCreateContext().runOnContext(turn -> flush());
    }
  }

  /** Sends what there is. */
  synchronized void flush() {
    if (batch.isEmpty()) {
      return;
    }
    List<Delivery> full = batch;
    batch = new ArrayList<>();
    vertx.eventBus().send(address, new Batch(full));
  }
}
