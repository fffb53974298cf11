package conclave.gateway;

import conclave.name.RoomName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that one connection is in, and which of them plain lines are said in: the last one
 * entered or chosen.
 */
final class OwnRooms {
  /** So many rooms that were left are remembered. */
  private static final int MAX_LEFT = 100;

  private final Map<String, RoomName> rooms = new LinkedHashMap<>(2);

  private final Map<String, Long> left =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MAX_LEFT;
        }
      };

  private @Nullable RoomName current;

  Set<RoomName> all() {
    return Set.copyOf(rooms.values());
  }

  boolean isSingle() {
    return rooms.size() == 1;
  }

  boolean has(RoomName room) {
    return rooms.containsKey(room.key());
  }

  Optional<RoomName> current() {
    return Optional.ofNullable(current);
  }

  void switchTo(RoomName room) {
    current = rooms.getOrDefault(room.key(), room);
  }

  void entered(RoomName room) {
    rooms.put(room.key(), room);
    current = room;
  }

  /** A room has another name; it keeps its place among the others. */
  void renamed(RoomName from, RoomName to) {
    Map<String, RoomName> before = new LinkedHashMap<>(rooms);
    rooms.clear();
    before.forEach(
        (key, room) -> {
          RoomName now = key.equals(from.key()) ? to : room;
          rooms.put(now.key(), now);
        });
    if (current != null && current.key().equals(from.key())) {
      current = to;
    }
  }

  /** What has this sequence in the room, or a lower one, has been shown. */
  void left(RoomName room, long seq) {
    left(room);
    left.remove(room.key());
    left.put(room.key(), seq);
  }

  /** The last sequence that was shown before the room was left; 0 where it never was. */
  long leftAt(RoomName room) {
    return left.getOrDefault(room.key(), 0L);
  }

  void left(RoomName room) {
    rooms.remove(room.key());
    if (current != null && current.key().equals(room.key())) {
      current = rooms.values().stream().reduce((first, second) -> second).orElse(null);
    }
  }
}
