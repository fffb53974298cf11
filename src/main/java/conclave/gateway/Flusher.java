package conclave.gateway;

import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Flushes all outboxes of a loop that were written to, once, when the loop has done what it has to
 * do now. Where that took long and there is more at once, a little is waited for the rest of it: a
 * record of many lines costs little more than one of a few. One loop.
 */
final class Flusher {
  private static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  /** Who has something to write sooner than that after a long flush has a busy room. */
  private static final long SOON_NANOS = TimeUnit.MILLISECONDS.toNanos(30);

  /** So long is gathered then; what all have said who were shown the last flush fits in. */
  private static final long GATHERING_MILLIS = 3;

  private final Context loop;
  private long busyUntil = System.nanoTime();
  private List<Outbox> dirty = new ArrayList<>();

  Flusher(Context loop) {
    this.loop = loop;
  }

  void add(Outbox outbox) {
    if (dirty.isEmpty()) {
      if (System.nanoTime() - busyUntil < 0) {
        loop.owner().setTimer(GATHERING_MILLIS, id -> flush());
      } else {
        // Behind whatever the loop has been given so far: that leaves in the same flush.
        loop.runOnContext(later -> flush());
      }
    }
    dirty.add(outbox);
  }

  private void flush() {
    long begun = System.nanoTime();
    List<Outbox> now = dirty;
    dirty = new ArrayList<>(now.size());
    flush(now.iterator());
    long ended = System.nanoTime();
    if (ended - begun > LONG_NANOS) {
      busyUntil = ended + SOON_NANOS;
    }
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
