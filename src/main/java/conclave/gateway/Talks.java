package conclave.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The direct messages of one connection: what is new waits until what was missed has been shown.
 * One loop.
 */
final class Talks {
  private static final int MAX_HELD = 10_000;

  private final Connection connection;
  private final Progress progress;
  private @Nullable List<EncodedEvent> held;

  /** Of a connection that holds nothing back. */
  Talks(Connection connection, Progress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /** From now on what comes waits. */
  void hold() {
    held = new ArrayList<>();
  }

  /** Must this wait? Then it is taken, else it is for the caller to show. */
  boolean takes(EncodedEvent event) {
    if (held == null) {
      progress.told(event.event());
      return false;
    }
    if (held.size() < MAX_HELD) {
      cause(event).ifPresent(LabelledCaller::hold);
      held.add(event);
    } else {
      connection.end(Parting.lost("Send queue exceeded while the past was read"));
    }
    return true;
  }

  /** It has seen this in another way. */
  void pass(EncodedEvent event) {
    if (held == null) {
      progress.told(event.event());
    }
  }

  /** What was held back is shown, but for what was among the missed. */
  void goLive() {
    List<EncodedEvent> late = held == null ? List.of() : held;
    held = null;
    for (EncodedEvent event : late) {
      Optional<LabelledCaller> cause = cause(event);
      boolean isNew =
          !event.event().stamp().isKept()
              || event.event().stamp().seq() > progress.of(event.event().stamp().place());
      if (isNew) {
        progress.told(event.event());
        connection.show(event);
      }
      cause.ifPresent(LabelledCaller::release);
    }
  }

  private Optional<LabelledCaller> cause(EncodedEvent event) {
    return connection.labels().causeOf(event.event().stamp().origin());
  }
}
