package conclave.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Events that history leaves out: each is logged and counted once. Any thread. */
final class UnreadableRows {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadableRows.class);

  /** So many are told apart and logged; those after them are passed over in silence. */
  private static final int MOST = 1_000;

  private record Which(String place, long seq) {}

  private final Set<Which> known = ConcurrentHashMap.newKeySet();

  void note(String place, long seq, Unreadable failure) {
    if (known.size() < MOST && known.add(new Which(place, seq))) {
      LOG.warn("event {} of {} is left out: {}", seq, place, failure.getMessage());
    }
  }

  /** How many there were since the start. */
  int count() {
    return known.size();
  }
}
