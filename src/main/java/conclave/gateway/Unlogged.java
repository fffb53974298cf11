package conclave.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * What came to a connection in a room that it is behind in, and is in no log: it waits here for its
 * place among what is read. One loop.
 */
final class Unlogged {
  private static final int MAX = 1_000;

  private final Connection connection;
  private final Deque<EncodedEvent> waiting = new ArrayDeque<>(0);

  /** Of a connection that is behind in nothing. */
  Unlogged(Connection connection) {
    this.connection = connection;
  }

  /** This must wait; nobody needs to know later that somebody typed. */
  void add(EncodedEvent event) {
    if (Output.isPassing(event.event())) {
      return;
    }
    if (waiting.size() < MAX) {
      connection.output().hold(event.event());
      waiting.add(event);
    } else {
      connection.end(Parting.lost("Send queue exceeded: what was said is kept nowhere"));
    }
  }

  /** Gives away what came before that sequence. */
  void takeUpTo(long before, Consumer<EncodedEvent> viewer) {
    while (!waiting.isEmpty() && waiting.element().event().stamp().seq() < before) {
      EncodedEvent event = waiting.remove();
      viewer.accept(event);
      connection.output().release(event.event());
    }
  }
}
