package conclave.gateway;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room: holds back what is new until what is old has been shown. One loop.
 */
final class Receiver {
  private static final int MAX_HELD = 10_000;

  private final Connection connection;
  private @Nullable List<EncodedEvent> held = new ArrayList<>();
  private long shown;

  /**
   * A receiver that holds back.
   *
   * @param shown what has this sequence or a lower one is not for it
   */
  Receiver(Connection connection, long shown) {
    this.connection = connection;
    this.shown = shown;
  }

  Connection connection() {
    return connection;
  }

  void show(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    if (seq <= shown && event.event().stamp().isKept()) {
      return;
    }
    if (held == null) {
      shown = Math.max(shown, seq);
      connection.show(event);
    } else if (held.size() < MAX_HELD) {
      held.add(event);
    } else {
      connection.close("Send queue exceeded while the past was read");
    }
  }

  /** From now on what comes is shown at once; what was held back, first. */
  void goLive(long from) {
    List<EncodedEvent> late = held == null ? List.of() : held;
    held = null;
    shown = Math.max(shown, from);
    late.forEach(this::show);
  }
}
