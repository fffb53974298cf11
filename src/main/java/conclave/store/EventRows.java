package conclave.store;

import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Stamp;
import io.vertx.sqlclient.Row;
import java.util.Objects;
import java.util.Optional;

/** Events as they stand in the columns of {@link Sql#MESSAGES} and its like. */
final class EventRows {
  private static final int PLACE = 0;
  private static final int SEQ = 1;
  private static final int TIME = 2;
  private static final int KIND = 3;
  private static final int BODY = 4;
  private static final int FIRST_KEY = 5;

  private final Sealing sealing;
  private final UnreadableRows unreadable;

  EventRows(Sealing sealing, UnreadableRows unreadable) {
    this.sealing = sealing;
    this.unreadable = unreadable;
  }

  /**
   * The event of a row. One damaged row must not hide all others: it is noted, and nothing.
   *
   * @param place where it was looked for, as it is called in the note
   */
  Optional<Event> read(String place, Row row) {
    Stamp at = new Stamp(row.getLong(PLACE), row.getLong(SEQ), row.getLong(TIME), Origin.SERVER);
    int kind = row.getInteger(KIND);
    try {
      byte[] sealed = Objects.requireNonNull(Engine.bytes(row, BODY));
      String first = row.getString(FIRST_KEY);
      byte[] bound =
          first == null
              ? Bound.toEvent(at.place(), at.seq(), at.time(), kind)
              : Bound.toEvent(first, at.place(), at.seq(), at.time(), kind);
      return Optional.of(EventCodec.decode(at, EventKind.of(kind), sealing.open(sealed, bound)));
    } catch (Unreadable e) {
      unreadable.note(place, at.seq(), e);
      return Optional.empty();
    }
  }

  /** Has it an event, or was that erased? */
  static boolean hasEvent(Row row) {
    return row.getLong(SEQ) != null;
  }
}
