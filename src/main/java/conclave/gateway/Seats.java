package conclave.gateway;

import conclave.handler.Bookmarks.Seat;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which connection keeps the bookmarks of each session: the last that came to it. One before it may
 * be a socket that nobody reads any more, and nobody has noticed. Any thread.
 */
public final class Seats {
  /**
   * Who has a seat.
   *
   * @param loop the connection's
   * @param file files how far the connection surely was shown everything; on its loop
   */
  record Holder(String connection, Context loop, Runnable file) {}

  private final ConcurrentHashMap<Seat, Holder> holders = new ConcurrentHashMap<>();

  /** The seat is that connection's now; when the one before it has filed its bookmarks. */
  Future<Void> take(Seat seat, Holder next) {
    Holder before = holders.put(seat, next);
    if (before == null) {
      return Future.succeededFuture();
    }
    Promise<Void> filed = Promise.promise();
    before.loop.runOnContext(
        now -> {
          before.file.run();
          filed.complete();
        });
    return Loops.back(filed.future());
  }

  /** Has that connection the seat? */
  boolean isOf(Seat seat, String connection) {
    Holder holder = holders.get(seat);
    return holder != null && holder.connection.equals(connection);
  }

  /** The connection is over: was the seat still its own? */
  boolean leave(Seat seat, String connection) {
    boolean[] isIts = {false};
    holders.computeIfPresent(
        seat,
        (same, holder) -> {
          isIts[0] = holder.connection.equals(connection);
          return isIts[0] ? null : holder;
        });
    return isIts[0];
  }
}
