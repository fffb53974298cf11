package conclave.shard;

import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Where rooms have gone that had a name of this shard: a moment long for those who have not been
 * told yet, and a day for what is said again. One loop.
 */
final class Traces {
  /** So long a user's commands may be on their way to the old name. */
  static final long LASTING = 60_000;

  /** So long a message is known when it comes again. */
  static final long KNOWN = Duration.ofDays(1).toMillis();

  /** So many there are; the oldest goes. */
  static final int MAX = 1_000;

  private record Step(String key, long log) {}

  private record Trace(String to, long since) {}

  private final LongSupplier clock;

  /** The oldest first. */
  private final Map<Step, Trace> traces = new LinkedHashMap<>();

  private final Map<String, Map<Long, Trace>> byKey = new HashMap<>();

  Traces(LongSupplier clock) {
    this.clock = clock;
  }

  /** The room whose log is this had that key, and has gone. */
  void add(String key, long log, String to) {
    remove(key, log);
    Trace trace = new Trace(to, clock.getAsLong());
    traces.put(new Step(key, log), trace);
    byKey.computeIfAbsent(key, none -> new LinkedHashMap<>()).put(log, trace);
    dropOld();
  }

  /** It is back. */
  void remove(String key, long log) {
    if (traces.remove(new Step(key, log)) != null) {
      forget(new Step(key, log));
    }
  }

  private void forget(Step step) {
    byKey.computeIfPresent(
        step.key,
        (key, some) -> {
          some.remove(step.log);
          return some.isEmpty() ? null : some;
        });
  }

  boolean any(String key) {
    return !traces.isEmpty() && !of(key).isEmpty();
  }

  /** Where those have gone that had this key a moment ago, by their logs. */
  Map<Long, String> of(String key) {
    return since(key, clock.getAsLong() - LASTING);
  }

  Optional<String> of(String key, long log) {
    return Optional.ofNullable(formerly(key).get(log));
  }

  /** Where those have gone that had this key within a day, by their logs. */
  Map<Long, String> formerly(String key) {
    return traces.isEmpty() ? Map.of() : since(key, clock.getAsLong() - KNOWN);
  }

  private Map<Long, String> since(String key, long oldest) {
    Map<Long, String> found = new LinkedHashMap<>();
    byKey
        .getOrDefault(key, Map.of())
        .forEach(
            (log, trace) -> {
              if (trace.since >= oldest) {
                found.put(log, trace.to);
              }
            });
    return found;
  }

  private void dropOld() {
    long oldest = clock.getAsLong() - KNOWN;
    Predicate<Trace> isOld = trace -> trace.since < oldest || traces.size() > MAX;
    Iterator<Map.Entry<Step, Trace>> all = traces.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Step, Trace> eldest = all.next();
      if (!isOld.test(eldest.getValue())) {
        return;
      }
      all.remove();
      forget(eldest.getKey());
    }
  }
}
