package conclave.cluster;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** From which of the other nodes anything comes through on the bus. Any thread. */
final class Hearing {
  private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final Map<String, Long> last = new ConcurrentHashMap<>();

  /** Something came from that node. */
  void heard(String node) {
    last.put(node, System.nanoTime());
  }

  /** Who has just come is given the time to speak. */
  void changed(View now) {
    last.keySet().retainAll(now.others());
    now.others().forEach(node -> last.putIfAbsent(node, System.nanoTime()));
  }

  boolean isHeard(String node) {
    Long time = last.get(node);
    return time != null && System.nanoTime() - time < SILENCE_NANOS;
  }

  /** Those of them from whom nothing comes. */
  List<String> silent(View view) {
    return view.others().stream().filter(node -> !isHeard(node)).toList();
  }
}
