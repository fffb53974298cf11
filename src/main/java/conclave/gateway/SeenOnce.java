package conclave.gateway;

import conclave.room.Origin;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Shows a viewer one of several events that mean the same: a user who quits or takes another nick
 * does so in every room, and who shares several of them is told once. One loop.
 */
final class SeenOnce {
  /**
   * So many departures and renames at once are told apart; above it, the oldest is surely told
   * everywhere.
   */
  private static final int MAX = 1_000;

  private final Map<Origin, Set<Connection>> seen =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Origin, Set<Connection>> eldest) {
          return size() > MAX;
        }
      };

  /**
   * Is it the first time that this viewer is shown what this command caused? Who is in one room
   * alone meets it once, and is not written down: in a big room that is nearly everybody.
   */
  boolean isNew(Origin cause, Connection viewer) {
    if (viewer.ownRooms().isSingle()) {
      return !seen.getOrDefault(cause, Set.of()).contains(viewer);
    }
    return seen.computeIfAbsent(cause, c -> new HashSet<>()).add(viewer);
  }

  /** The viewer has been told in another way what this command causes. */
  void told(Origin cause, Connection viewer) {
    seen.computeIfAbsent(cause, c -> new HashSet<>()).add(viewer);
  }

  /**
   * The viewer has been told who is in a room. That may be older than what it has seen in others:
   * what comes in this room is news then.
   */
  void forget(Connection viewer) {
    seen.values().forEach(viewers -> viewers.remove(viewer));
  }
}
