package conclave.gateway;

import conclave.handler.Watches;
import conclave.name.Nick;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;

/** Which connections of one listener watch which nicks. On its loop. */
final class Watchers {
  private final IntSupplier limit;
  private final Map<String, Set<Connection>> byNick = new HashMap<>();

  /** Who watches this nick. */
  Set<Connection> of(Nick nick) {
    return byNick.getOrDefault(nick.key(), Set.of());
  }

  /** Of a listener, each of whose connections watches so many at most. */
  Watchers(IntSupplier limit) {
    this.limit = limit;
  }

  /** The list of one connection, empty at first. */
  Watches listOf(Connection connection) {
    return new WatchList(connection);
  }

  private final class WatchList implements Watches {
    private final Connection connection;
    private final Map<String, Nick> nicks = new LinkedHashMap<>();

    WatchList(Connection connection) {
      this.connection = connection;
    }

    @Override
    public boolean add(Nick nick) {
      if (nicks.size() >= limit.getAsInt() && !nicks.containsKey(nick.key())) {
        return false;
      }
      nicks.put(nick.key(), nick);
      byNick.computeIfAbsent(nick.key(), key -> new LinkedHashSet<>()).add(connection);
      return true;
    }

    @Override
    public void remove(Nick nick) {
      nicks.remove(nick.key());
      byNick.computeIfPresent(
          nick.key(),
          (key, watchers) -> {
            watchers.remove(connection);
            return watchers.isEmpty() ? null : watchers;
          });
    }

    @Override
    public void clear() {
      all().forEach(this::remove);
    }

    @Override
    public List<Nick> all() {
      return List.copyOf(nicks.values());
    }
  }
}
