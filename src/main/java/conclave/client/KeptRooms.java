package conclave.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rooms that a session comes back to after a loss. Safe for several threads. */
final class KeptRooms {
  private static final Set<String> NO_WAY_IN =
      Set.of("403", "405", "471", "473", "474", "475", "476", "477", "479");

  private final Map<String, String> rooms = new LinkedHashMap<>();

  synchronized List<String> all() {
    return List.copyOf(rooms.values());
  }

  synchronized void remember(String room) {
    rooms.put(Interpreter.fold(room), room);
  }

  /** A room that was left, or that has no way in, is not come back to. */
  synchronized void note(Event event) {
    if (event instanceof Event.Parted parted && parted.own()) {
      forget(parted.room());
    } else if (event instanceof Event.Kicked kicked && kicked.own()) {
      forget(kicked.room());
    } else if (event instanceof Event.RoomRenamed renamed
        && rooms.remove(Interpreter.fold(renamed.room())) != null) {
      remember(renamed.to());
    } else if (event instanceof Event.Refused refused && NO_WAY_IN.contains(refused.code())) {
      forget(refused.subject());
    }
  }

  private void forget(String room) {
    rooms.remove(Interpreter.fold(room));
  }
}
