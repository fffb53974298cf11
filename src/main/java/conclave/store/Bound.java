package conclave.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a sealed text is bound to: the row and column in which it stands, as bytes. Moved to another
 * it doesn't open. These bytes are not stored, and must never change for rows that exist.
 */
final class Bound {
  private static final byte CHECK = 0;
  private static final byte EVENT = 1;
  private static final byte STATE = 2;
  private static final byte SALT = 3;
  private static final byte STORED_KEY = 4;
  private static final byte SERVER_KEY = 5;
  private static final byte INDEX = 6;
  private static final byte SESSION = 7;
  private static final byte TOKEN = 8;
  private static final byte CERTIFICATE = 9;
  private static final byte METADATA = 10;
  private static final byte EVENT_OF_PLACE = 11;
  private static final byte STATE_OF_PLACE = 12;
  private static final byte CHAIN = 13;
  private static final byte MEMBER = 14;
  private static final byte SECRET = 15;

  private Bound() {}

  static byte[] toCheck() {
    return new byte[] {CHECK};
  }

  static byte[] toIndex() {
    return new byte[] {INDEX};
  }

  static byte[] toChain() {
    return new byte[] {CHAIN};
  }

  static byte[] toSecret() {
    return new byte[] {SECRET};
  }

  static byte[] toSession(String account, int number) {
    return toNumbered(SESSION, account, number, 0);
  }

  static byte[] toToken(String account, int number, long tokenId) {
    return toNumbered(TOKEN, account, number, tokenId);
  }

  private static byte[] toNumbered(byte part, String account, int number, long id) {
    byte[] name = account.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + Long.BYTES + name.length)
        .put(part)
        .putInt(number)
        .putLong(id)
        .put(name)
        .array();
  }

  /** The fingerprint under a tag, of that account. */
  static byte[] toCertificate(String tag, String account) {
    return toPair(CERTIFICATE, tag, account);
  }

  /** Whom a tag stands for in that place. */
  static byte[] toMember(long place, String tag) {
    return toPair(MEMBER, Long.toString(place), tag);
  }

  /** The value of a key, of that account or room. */
  static byte[] toMetadata(String target, String key) {
    return toPair(METADATA, key, target);
  }

  private static byte[] toPair(byte part, String one, String other) {
    byte[] both = (one + " " + other).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + both.length).put(part).put(both).array();
  }

  /** The body of an event, in the log of that place. */
  static byte[] toEvent(long place, long seq, long time, int kind) {
    return ByteBuffer.allocate(1 + 3 * Long.BYTES + Integer.BYTES)
        .put(EVENT_OF_PLACE)
        .putLong(place)
        .putLong(seq)
        .putLong(time)
        .putInt(kind)
        .array();
  }

  /** The same, sealed when a place could have no other key: with that key. */
  static byte[] toEvent(String key, long place, long seq, long time, int kind) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + 3 * Long.BYTES + Integer.BYTES + name.length)
        .put(EVENT)
        .putLong(place)
        .putLong(seq)
        .putLong(time)
        .putInt(kind)
        .put(name)
        .array();
  }

  static byte[] toState(long place) {
    return ByteBuffer.allocate(1 + Long.BYTES).put(STATE_OF_PLACE).putLong(place).array();
  }

  /** The same, sealed when a place could have no other key: with that key. */
  static byte[] toState(String key, long place) {
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Long.BYTES + name.length)
        .put(STATE)
        .putLong(place)
        .put(name)
        .array();
  }

  static byte[] toSalt(String account, int iterations) {
    return toVerifier(SALT, account, iterations);
  }

  static byte[] toStoredKey(String account, int iterations) {
    return toVerifier(STORED_KEY, account, iterations);
  }

  static byte[] toServerKey(String account, int iterations) {
    return toVerifier(SERVER_KEY, account, iterations);
  }

  private static byte[] toVerifier(byte part, String account, int iterations) {
    byte[] name = account.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + Integer.BYTES + name.length)
        .put(part)
        .putInt(iterations)
        .put(name)
        .array();
  }
}
