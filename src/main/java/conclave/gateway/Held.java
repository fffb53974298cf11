package conclave.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What comes to a connection in a room while the past is read: it waits, in its order. One loop.
 */
final class Held {
  private static final int MAX = 1_000;

  private final Output output;
  private final List<EncodedEvent> waiting = new ArrayList<>();

  Held(Output output) {
    this.output = output;
  }

  /** False where that is too much. */
  boolean add(EncodedEvent event) {
    if (waiting.size() >= MAX) {
      return false;
    }
    output.hold(event.event());
    return waiting.add(event);
  }

  /** Gives all of it away. */
  void takeAll(Consumer<EncodedEvent> viewer) {
    for (EncodedEvent event : waiting) {
      viewer.accept(event);
      output.release(event.event());
    }
  }
}
