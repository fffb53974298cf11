package conclave.gateway;

import conclave.room.Event.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The direct messages of one connection: what is new waits until what was missed has been shown.
 * One loop.
 */
final class Talks {
  private static final int MAX_HELD = 1_000;

  private final Connection connection;
  private final Progress progress;
  private @Nullable List<EncodedEvent> held;

  /** Of a connection that holds nothing back. */
  Talks(Connection connection, Progress progress) {
    this.connection = connection;
    this.progress = progress;
  }

  /** Was it said before the connection came? Then this node is late with it. */
  static boolean wasBefore(Connection viewer, Told told) {
    Map<Long, Long> before = viewer.registration().talksBefore();
    return !before.isEmpty()
        && told.stamp().isKept()
        && told.stamp().seq() <= before.getOrDefault(told.stamp().place(), 0L);
  }

  /** From now on what comes waits. */
  void hold() {
    held = new ArrayList<>();
  }

  /** Must this wait? Then it is kept here, else it is for the caller to show. */
  boolean holds(EncodedEvent event) {
    if (held == null) {
      return false;
    }
    if (held.size() < MAX_HELD) {
      connection.output().hold(event.event());
      held.add(event);
    } else {
      connection.end(Parting.lost("Send queue exceeded while the past was read"));
    }
    return true;
  }

  /** It is shown this, or has seen it in another way. */
  void pass(EncodedEvent event) {
    if (held == null) {
      progress.told(event.event());
    }
  }

  /**
   * What was held back is shown, but for what was among the missed.
   *
   * @param isComplete has all that was missed been shown? Else nothing counts as shown, and the
   *     next connection is shown it again.
   */
  void goLive(boolean isComplete) {
    if (isComplete) {
      progress.talksShown();
    }
    List<EncodedEvent> late = held == null ? List.of() : held;
    held = null;
    for (EncodedEvent event : late) {
      boolean isNew =
          !event.event().stamp().isKept()
              || event.event().stamp().seq() > progress.of(event.event().stamp().place())
              || Audience.isOrigin(event.event(), connection);
      if (isNew && !connection.output().catchUp().misses((Told) event.event())) {
        progress.told(event.event());
        connection.output().show(event);
      }
      connection.output().release(event.event());
    }
  }
}
