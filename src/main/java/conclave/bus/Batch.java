package conclave.bus;

import java.util.List;

/** What happened in several places, for another node; of each place in its order. */
public record Batch(List<Delivery> deliveries) {
  public Batch {
    deliveries = List.copyOf(deliveries);
  }
}
