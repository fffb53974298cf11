package conclave.shard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Where rooms have gone that had a name of this shard: for those who have not been told yet, a
 * moment long. One loop.
 */
final class Traces {
  static final long LASTING = 60_000;

  /** So many there are; the oldest goes. */
  static final int MAX = 1_000;

  private record Step(String key, long log) {}

  private record Trace(String to, long until) {}

  private final LongSupplier clock;
  private final Map<Step, Trace> traces =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Step, Trace> eldest) {
          return size() > MAX;
        }
      };

  Traces(LongSupplier clock) {
    this.clock = clock;
  }

  /** The room whose log is this had that key, and has gone. */
  void add(String key, long log, String to) {
    dropOld();
    traces.remove(new Step(key, log));
    traces.put(new Step(key, log), new Trace(to, clock.getAsLong() + LASTING));
  }

  /** It is back. */
  void remove(String key, long log) {
    traces.remove(new Step(key, log));
  }

  boolean any(String key) {
    return !traces.isEmpty() && !of(key).isEmpty();
  }

  /** Where those have gone that had this key, by their logs. */
  Map<Long, String> of(String key) {
    dropOld();
    Map<Long, String> found = new LinkedHashMap<>();
    traces.forEach(
        (step, trace) -> {
          if (step.key.equals(key)) {
            found.put(step.log, trace.to);
          }
        });
    return found;
  }

  Optional<String> of(String key, long log) {
    return Optional.ofNullable(of(key).get(log));
  }

  private void dropOld() {
    long now = clock.getAsLong();
    traces.values().removeIf(trace -> trace.until < now);
  }
}
