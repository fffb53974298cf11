package conclave.store;

import io.vertx.sqlclient.Tuple;

/**
 * An event on its way into a log.
 *
 * @param body sealed, as the engine binds it
 * @param content what {@link ChainKey#content} makes of it
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record Entry(long place, long seq, long time, int kind, Object body, byte[] content) {
  /** What {@link Sql#ADD_EVENT} binds. */
  Tuple row(Object link) {
    return Tuple.of(place, seq, time, kind, body, link);
  }
}
