package conclave.shard;

import conclave.room.Event;
import conclave.room.RetryKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was said last under retry keys in the places of one shard: most retries are found here, and
 * those of guests nowhere else. Where it is too much, the oldest goes. One loop.
 */
final class SaidLately {
  static final int MAX = 100;

  private record Which(long place, RetryKey key) {}

  private final Map<Which, Event> events =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Which, Event> eldest) {
          return size() > MAX;
        }
      };

  void add(long place, RetryKey key, Event event) {
    events.put(new Which(place, key), event);
  }

  Optional<Event> find(long place, RetryKey key) {
    return Optional.ofNullable(events.get(new Which(place, key)));
  }

  /** It was taken back. */
  void remove(long place, long seq) {
    events.values().removeIf(event -> event.stamp().place() == place && event.stamp().seq() == seq);
  }
}
