package conclave.store;

import io.vertx.sqlclient.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An event as its row has it.
 *
 * @param link nothing for one that is older than chains
 * @param firstKey what it is bound to as well, where it was sealed when places had one key for ever
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record LoggedEvent(
    long place,
    long seq,
    long time,
    int kind,
    byte[] sealed,
    byte @Nullable [] link,
    @Nullable String firstKey) {
  /** The kind of one that was taken back: all that is left of it is what the chain knows of it. */
  static final int ERASED = 200;

  /** Of a row of {@link ChainSql#EVENTS} or {@link ChainSql#MESSAGE}. */
  static LoggedEvent of(long place, Row row) {
    int column = 0;
    return new LoggedEvent(
        place,
        row.getLong(column++),
        row.getLong(column++),
        row.getInteger(column++),
        Objects.requireNonNull(Engine.bytes(row, column++)),
        Engine.bytes(row, column++),
        row.getString(column));
  }

  /** Its body; {@link Unreadable} where anything of it was altered. */
  byte[] open(Sealing sealing) {
    byte[] bound =
        firstKey == null
            ? Bound.toEvent(place, seq, time, kind)
            : Bound.toEvent(firstKey, place, seq, time, kind);
    return sealing.open(sealed, bound);
  }

  /** What the chain knows of it, given its open body. */
  byte[] content(ChainKey key, byte[] body) {
    return kind == ERASED ? body : key.content(place, seq, time, kind, body);
  }
}
