package conclave.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.internal.PlatformDependent;

/**
 * The memory for what waits for the peers of one loop. Each of them may let much wait; all of them
 * together, no more than there is. One loop.
 */
final class Reserve {
  private final ByteBufAllocator buffers;
  private final long enough;
  private long waiting;

  /**
   * A loop's share of half the memory that buffers may have: the rest is for TLS and for reading.
   */
  Reserve() {
    this(
        PooledByteBufAllocator.DEFAULT,
        PlatformDependent.maxDirectMemory() / 2 / Runtime.getRuntime().availableProcessors());
  }

  /**
   * A reserve.
   *
   * @param enough bytes above which it is short
   */
  Reserve(ByteBufAllocator buffers, long enough) {
    this.buffers = buffers;
    this.enough = enough;
  }

  /**
   * An empty buffer for so many bytes.
   *
   * @throws OutOfMemoryError where there is no memory left
   */
  ByteBuf buffer(int bytes) {
    return buffers.directBuffer(bytes);
  }

  /** So many bytes wait from now on. */
  void takes(int bytes) {
    waiting += bytes;
  }

  /** So many bytes wait no more. */
  void gives(int bytes) {
    waiting -= bytes;
  }

  /** Does so much wait that nobody should let much wait? */
  boolean isShort() {
    return waiting > enough;
  }
}
