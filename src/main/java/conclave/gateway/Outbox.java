package conclave.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one connection: gathered during a turn of the loop, written and
 * flushed at its end. It has a limit: over it nothing more is taken, and its owner is told once.
 * One loop.
 */
final class Outbox {
  private static final int FIRST = 512;

  private final Wire wire;
  private final Flusher flusher;
  private final int limit;
  private final Runnable overflow;
  private @Nullable ByteBuf gathered;
  private Future<Void> last = Future.succeededFuture();
  private @Nullable Promise<Void> next;
  private int inFlight;
  private boolean isClosed;

  /** An outbox of one of that listener's; who reads too slowly is told, and lost. */
  static Outbox of(Wire wire, Listener listener, Consumer<Parting> end) {
    return new Outbox(
        wire,
        listener.flusher(),
        listener.node().config().limits().sendQueueBytes(),
        () -> {
          listener.node().figures().slowReaders.increment();
          end.accept(Parting.lost("Send queue exceeded: you read too slowly"));
        });
  }

  /**
   * An outbox for a wire.
   *
   * @param limit bytes that may wait, gathered and in flight together
   * @param overflow told once, when the limit is passed
   */
  Outbox(Wire wire, Flusher flusher, int limit, Runnable overflow) {
    this.wire = wire;
    this.flusher = flusher;
    this.limit = limit;
    this.overflow = overflow;
  }

  /** Takes bytes; they are copied. */
  void write(byte[] bytes) {
    if (isClosed || bytes.length == 0) {
      return;
    }
    if (waiting() + bytes.length > limit) {
      isClosed = true;
      overflow.run();
      return;
    }
    gather(bytes);
  }

  /** How many bytes wait. */
  int waiting() {
    return inFlight + (gathered == null ? 0 : gathered.readableBytes());
  }

  private void gather(byte[] bytes) {
    if (gathered == null) {
      gathered = PooledByteBufAllocator.DEFAULT.directBuffer(Math.max(FIRST, bytes.length));
      flusher.add(this);
    }
    gathered.writeBytes(bytes);
  }

  /** Writes what was gathered, in one piece. */
  void flush() {
    if (gathered != null) {
      ByteBuf now = gathered;
      int size = now.readableBytes();
      gathered = null;
      inFlight += size;
      last = sent(wire.write(now)).onComplete(done -> inFlight -= size);
    }
  }

  private Future<Void> sent(Future<Void> write) {
    if (next != null) {
      write.onComplete(next);
      next = null;
    }
    return write;
  }

  /** When all that was given so far is written; failed where it can't be. */
  Future<Void> written() {
    if (gathered == null) {
      return last;
    }
    if (next == null) {
      next = Promise.promise();
    }
    return next.future();
  }

  /** Takes a last word, and nothing after it; completes when all is written, or can't be. */
  Future<Void> finish(byte[] last) {
    isClosed = true;
    if (last.length > 0) {
      gather(last);
    }
    ByteBuf now = gathered == null ? PooledByteBufAllocator.DEFAULT.directBuffer(0) : gathered;
    gathered = null;
    return sent(wire.write(now));
  }
}
