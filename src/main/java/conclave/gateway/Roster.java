package conclave.gateway;

import conclave.name.Nick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The connections of each user, of one listener. One loop. */
final class Roster {
  private final Map<String, List<Connection>> users = new HashMap<>();

  void add(Nick nick, Connection connection) {
    users.computeIfAbsent(nick.key(), key -> new ArrayList<>(1)).add(connection);
  }

  void remove(Nick nick, Connection connection) {
    users.computeIfPresent(
        nick.key(),
        (key, connections) -> {
          connections.remove(connection);
          return connections.isEmpty() ? null : connections;
        });
  }

  /** The user's connections here; shared, not to be changed. */
  List<Connection> of(Nick nick) {
    return users.getOrDefault(nick.key(), List.of());
  }

  /** The nicks of all who are connected here. */
  List<Nick> nicks() {
    return users.values().stream().map(some -> some.get(0).source().nick()).toList();
  }
}
