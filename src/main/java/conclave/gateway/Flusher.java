package conclave.gateway;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Context;
import io.vertx.core.internal.ContextInternal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

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
  private static final long GATHERING_MILLIS = 5;

  private final Context loop;
  private final LongSupplier clock;
  private final Reserve reserve;
  private long busyUntil;
  private @Nullable ScheduledFuture<?> gathering;
  private List<Outbox> dirty = new ArrayList<>();

  Flusher(Context loop) {
    this(loop, System::nanoTime, new Reserve());
  }

  /**
   * A flusher.
   *
   * @param clock nanoseconds; where it stands still, nothing takes long
   */
  Flusher(Context loop, LongSupplier clock, Reserve reserve) {
    this.loop = loop;
    this.clock = clock;
    this.reserve = reserve;
    this.busyUntil = clock.getAsLong();
  }

  /** Where that lies which they have gathered. */
  Reserve reserve() {
    return reserve;
  }

  void add(Outbox outbox) {
    if (dirty.isEmpty()) {
      if (clock.getAsLong() - busyUntil < 0) {
        gathering = later();
      } else {
        // Behind whatever the loop has been given so far: that leaves in the same flush.
        loop.runOnContext(later -> flush());
      }
    }
    dirty.add(outbox);
  }

  /** The loop's own: a timer of Vert.x belongs to whoever writes just now, and may end with it. */
  private ScheduledFuture<?> later() {
    return ((ContextInternal) loop)
        .nettyEventLoop()
        .schedule(() -> loop.runOnContext(now -> flush()), GATHERING_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** So much has been gathered that nothing is won by more. */
  void hurry() {
    if (gathering != null && gathering.cancel(false)) {
      loop.runOnContext(later -> flush());
    }
    gathering = null;
  }

  private void flush() {
    gathering = null;
    long begun = clock.getAsLong();
    List<Outbox> now = dirty;
    dirty = new ArrayList<>(now.size());
    flush(now.iterator());
    long ended = clock.getAsLong();
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
