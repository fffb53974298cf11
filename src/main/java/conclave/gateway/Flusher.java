package conclave.gateway;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Flushes all outboxes of a loop that were written to, once, when the loop has done what it has to
 * do now. One loop.
 */
final class Flusher {
  private final Context loop;
  private List<Outbox> dirty = new ArrayList<>();

  Flusher(Context loop) {
    this.loop = loop;
  }

  void add(Outbox outbox) {
    if (dirty.isEmpty()) {
      // Behind whatever the loop has been given so far: what that writes leaves in the same flush.
      loop.runOnContext(later -> flush());
    }
    dirty.add(outbox);
  }

  private void flush() {
    List<Outbox> now = dirty;
    dirty = new ArrayList<>(now.size());
    flush(now.iterator());
  }

  /** One that fails is left behind, not those after it. */
  private void flush(Iterator<Outbox> now) {
    try {
      while (now.hasNext()) {
        now.next().flush();
      }
    } finally {
      if (now.hasNext()) {
        loop.runOnContext(later -> flush(now));
      }
    }
  }
}
