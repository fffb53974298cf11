package conclave.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be written to one connection: gathered during a turn of the loop, written and
 * flushed at its end. Over half its limit it is pressed, until it is below a quarter: nothing is
 * added then that can be read from a log later. Over the limit nothing more is taken, and its owner
 * is told once. What has made it pressed does not count against the limit: whoever keeps up is not
 * ended by one answer, however large. Where memory is short, an eighth of all that is enough to be
 * pressed. One loop.
 */
final class Outbox {
  /** Why a peer is ended that reads more slowly than it is written to. */
  static final String TOO_SLOW = "Send queue exceeded: you read too slowly";

  private static final int LEAST = 512;

  /** What a buffer is made for at most before it is known how much will be gathered. */
  private static final int MOST = 1 << 14;

  /** A slow peer shows in steps of so many bytes that it still reads. */
  private static final int SLICE = 1 << 16;

  /** What becomes of a peer that reads more slowly than it is written to. */
  interface Owner {
    /** No more can be taken, for this reason. */
    void overflowed(String why);

    /** It has read something of much that waits. */
    void drained();

    /** There is room again. */
    void relieved();
  }

  private final Wire wire;
  private final Flusher flusher;
  private final Reserve reserve;
  private final int limit;
  private final int enough;
  private final Owner owner;
  private @Nullable ByteBuf gathered;
  private Future<Void> last = Future.succeededFuture();
  private @Nullable Promise<Void> next;
  private int inFlight;

  /** What was gathered the last time: the next time it may be as much. */
  private int expected = LEAST;

  private int pressedBy;
  private boolean isPressed;
  private boolean isClosed;
  private boolean isLost;

  /**
   * An outbox for a wire.
   *
   * @param limit bytes that may wait, gathered and in flight together, beside one large piece
   */
  Outbox(Wire wire, Flusher flusher, int limit, Owner owner) {
    this.wire = wire;
    this.flusher = flusher;
    this.reserve = flusher.reserve();
    this.limit = limit;
    this.enough = Math.min(SLICE, limit / 16);
    this.owner = owner;
  }

  /** Takes bytes; they are copied. */
  void write(byte[] bytes) {
    if (isClosed || bytes.length == 0) {
      return;
    }
    if (isPressed && waiting() - pressedBy + bytes.length > limit) {
      isClosed = true;
      owner.overflowed(TOO_SLOW);
    } else if (!gather(bytes)) {
      isClosed = true;
      owner.overflowed("The server is short of memory: come back in a while");
    }
  }

  /** How many bytes wait. */
  int waiting() {
    return inFlight + (gathered == null ? 0 : gathered.readableBytes());
  }

  /** Has all that was taken left this machine? */
  boolean hasLeft() {
    return waiting() == 0 && !isLost;
  }

  /** Has the peer's machine all that was taken? */
  boolean hasArrived() {
    return hasLeft() && wire.hasArrived();
  }

  /** Does more wait than what a peer that keeps up leaves unread? */
  boolean isPressed() {
    return isPressed;
  }

  /** Does so much wait that not even answers to what the peer asks should be added? */
  boolean isNearlyFull() {
    return isPressed && waiting() > limit / 4 * 3;
  }

  /** False where there is no memory for it: its owner is told, and nobody else need know. */
  private boolean gather(byte[] bytes) {
    try {
      if (gathered == null) {
        gathered = reserve.buffer(Math.max(expected, bytes.length));
        flusher.add(this);
      }
      gathered.writeBytes(bytes);
    } catch (OutOfMemoryError e) {
      return false;
    }
    reserve.takes(bytes.length);
    if (gathered.readableBytes() >= enough) {
      flusher.hurry();
    }
    if (!isPressed && waiting() > allowed() / 2) {
      isPressed = true;
      pressedBy = bytes.length;
    }
    return true;
  }

  private int allowed() {
    return reserve.isShort() ? limit / 8 : limit;
  }

  /** Writes what was gathered: in one piece, where that is not much. */
  void flush() {
    if (gathered != null) {
      ByteBuf now = gathered;
      gathered = null;
      expected = Math.min(Math.max(LEAST, now.readableBytes()), MOST);
      while (now.readableBytes() > SLICE) {
        send(now.readRetainedSlice(SLICE));
      }
      sent(send(now));
    }
  }

  private Future<Void> send(ByteBuf bytes) {
    int size = bytes.readableBytes();
    inFlight += size;
    return wire.write(bytes).onFailure(lost -> isLost = true).onComplete(done -> drain(size));
  }

  private void drain(int size) {
    inFlight -= size;
    reserve.gives(size);
    if (isPressed && !isClosed) {
      owner.drained();
      isPressed = waiting() > allowed() / 4;
      if (!isPressed) {
        pressedBy = 0;
        owner.relieved();
      }
    }
  }

  /** Whoever waits for it may write again at once, and then waits for that. */
  private void sent(Future<Void> write) {
    last = write;
    Optional<Promise<Void>> waiting = Optional.ofNullable(next);
    next = null;
    waiting.ifPresent(write::onComplete);
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

  /**
   * When it is not pressed: whoever has much to say waits for this before each piece. Failed where
   * it can't be written.
   */
  Future<Void> relief() {
    return isPressed && !isClosed ? written().compose(done -> relief()) : Future.succeededFuture();
  }

  /** Takes a last word, and nothing after it; completes when all is written, or can't be. */
  Future<Void> finish(byte[] word) {
    isClosed = true;
    if (word.length > 0) {
      gather(word);
    }
    ByteBuf now = gathered == null ? Unpooled.EMPTY_BUFFER : gathered;
    gathered = null;
    sent(send(now));
    return last;
  }
}
