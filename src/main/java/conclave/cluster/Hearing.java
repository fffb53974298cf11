package conclave.cluster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * With which of the other nodes anything can be exchanged on the bus. A connection may be dead in
 * one direction alone, so each also says whether it hears the other. Any thread.
 */
final class Hearing {
  static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final LongSupplier clock;
  private final Map<String, Long> last = new ConcurrentHashMap<>();
  private final Set<String> deaf = ConcurrentHashMap.newKeySet();

  Hearing() {
    this(System::nanoTime);
  }

  Hearing(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Something came from that node.
   *
   * @param isDeaf does it say that nothing comes through to it from here?
   */
  void heard(String node, boolean isDeaf) {
    last.put(node, clock.getAsLong());
    if (isDeaf) {
      deaf.add(node);
    } else {
      deaf.remove(node);
    }
  }

  /** Who has just come is given the time to speak. */
  void changed(View now) {
    last.keySet().retainAll(now.others());
    deaf.retainAll(now.others());
    now.others().forEach(node -> last.putIfAbsent(node, clock.getAsLong()));
  }

  /** Does anything come from that node? */
  boolean hears(String node) {
    Long time = last.get(node);
    return time != null && clock.getAsLong() - time < SILENCE_NANOS;
  }

  /** Does something come from that node, and to it? */
  boolean isHeard(String node) {
    return hears(node) && !deaf.contains(node);
  }

  /** Those of them with whom nothing can be exchanged. */
  List<String> silent(View view) {
    return view.others().stream().filter(node -> !isHeard(node)).toList();
  }
}
