package conclave.store;

import java.util.Arrays;

/**
 * Where a chain has come to.
 *
 * @param seq of an event
 * @param hash of it and of all before it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by equals below
record Link(long seq, byte[] hash) {
  static final int BYTES = 32;

  /** Before anything: nothing follows from all zeros but what is the first of a chain. */
  static Link before(long first) {
    return new Link(first - 1, new byte[BYTES]);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Link other && seq == other.seq && Arrays.equals(hash, other.hash);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seq) * 31 + Arrays.hashCode(hash);
  }
}
