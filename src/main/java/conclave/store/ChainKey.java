package conclave.store;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hashes that nobody can make who has the database alone. The key is kept sealed and outlives
 * changes of the store's key: chains are of what is in the rows, not of how it is sealed. Any
 * thread.
 */
final class ChainKey {
  static final String NAME = "chain";
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte CONTENT = 1;
  private static final byte LINK = 2;
  private static final byte START = 3;
  private static final byte HEAD = 4;

  /** Never given a byte: clones of it are. */
  private final Mac unused;

  ChainKey(byte[] key) {
    try {
      unused = Mac.getInstance(ALGORITHM);
      unused.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the JDK has no " + ALGORITHM, e);
    }
  }

  static byte[] random() {
    byte[] key = new byte[Link.BYTES];
    new SecureRandom().nextBytes(key);
    return key;
  }

  static byte[] seal(byte[] key, Sealing sealing) {
    return sealing.seal(key, Bound.toChain());
  }

  static byte[] open(byte[] sealed, Sealing sealing) {
    return sealing.open(sealed, Bound.toChain());
  }

  /** Of an event as it was before it was sealed. */
  byte[] content(long place, long seq, long time, int kind, byte[] body) {
    return hash(
        ByteBuffer.allocate(1 + 3 * Long.BYTES + Integer.BYTES + body.length)
            .put(CONTENT)
            .putLong(place)
            .putLong(seq)
            .putLong(time)
            .putInt(kind)
            .put(body)
            .array());
  }

  /** The link of the event that comes next: it tells which one was kept before it, too. */
  Link next(long place, Link before, long seq, byte[] content) {
    return new Link(
        seq,
        hash(
            ByteBuffer.allocate(1 + 3 * Long.BYTES + 2 * Link.BYTES)
                .put(LINK)
                .putLong(place)
                .putLong(before.seq())
                .putLong(seq)
                .put(before.hash())
                .put(content)
                .array()));
  }

  byte[] sealOfStart(long place, Link start) {
    return hash(
        ByteBuffer.allocate(1 + 2 * Long.BYTES + start.hash().length)
            .put(START)
            .putLong(place)
            .putLong(start.seq())
            .put(start.hash())
            .array());
  }

  byte[] sealOfHead(long place, ChainHead head) {
    return hash(
        ByteBuffer.allocate(1 + 4 * Long.BYTES + head.kept().hash().length)
            .put(HEAD)
            .putLong(place)
            .putLong(head.kept().seq())
            .putLong(head.seq())
            .putLong(head.flaw())
            .put(head.kept().hash())
            .array());
  }

  boolean isStart(long place, Link start, byte[] seal) {
    return MessageDigest.isEqual(sealOfStart(place, start), seal);
  }

  boolean isHead(long place, ChainHead head, byte[] seal) {
    return MessageDigest.isEqual(sealOfHead(place, head), seal);
  }

  private byte[] hash(byte[] text) {
    try {
      return ((Mac) unused.clone()).doFinal(text);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's " + ALGORITHM + " can't be cloned", e);
    }
  }
}
