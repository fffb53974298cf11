package conclave.store;

import conclave.room.RoomState;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@link Sql#LOAD_PLACE}. */
record PlaceRow(long id, Optional<RoomState> state, long seq) {
  private static final int ID = 0;
  private static final int STATE = 1;
  private static final int SEQ = 2;
  private static final int FIRST_KEY = 3;
  private static final int HEAD = 4;

  /** Of the place with that key; {@link Unreadable} where its state is not to be trusted. */
  static PlaceRow of(Row row, String key, Sealing sealing) {
    long id = row.getLong(ID);
    Optional<RoomState> state =
        Optional.ofNullable(Engine.bytes(row, STATE))
            .map(body -> state(key, id, body, row.getString(FIRST_KEY), sealing));
    // No sequence is given twice, even where somebody has cut the log off.
    return new PlaceRow(id, state, Math.max(row.getLong(SEQ), row.getLong(HEAD)));
  }

  /** It is bound to no key, and has the name in it: a key that somebody has altered shows. */
  private static RoomState state(
      String key, long id, byte[] sealed, @Nullable String firstKey, Sealing sealing) {
    byte[] bound = firstKey == null ? Bound.toState(id) : Bound.toState(firstKey, id);
    RoomState state = StateCodec.decode(sealing.open(sealed, bound));
    if (!state.name().key().equals(key)) {
      throw new Unreadable("it is that of " + state.name().key());
    }
    return state;
  }

  static boolean isReadable(RowSet<Row> rows, String key, Sealing sealing) {
    try {
      rows.forEach(row -> of(row, key, sealing));
      return true;
    } catch (Unreadable e) {
      return false;
    }
  }
}
