package conclave.gateway;

import conclave.bus.Addresses;
import conclave.bus.Others;
import conclave.bus.SeatFree;
import conclave.bus.SeatWanted;
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

  private final Others others;
  private final ConcurrentHashMap<Seat, Holder> holders = new ConcurrentHashMap<>();

  /** Knows those on other nodes as well, and what they have. */
  public Seats(Others others) {
    this.others = others;
  }

  /** The seat is that connection's now; when the one before it has filed its bookmarks. */
  Future<Void> take(Seat seat, Holder next) {
    Holder before = holders.put(seat, next);
    Future<Void> filed = before == null ? Future.succeededFuture() : file(before);
    SeatWanted wanted = new SeatWanted(seat.account(), seat.session());
    return Loops.back(
        filed.compose(done -> others.ask(Addresses.SEATS, wanted, SeatFree.class)).mapEmpty());
  }

  /** The session has come to another node; when the connection here has filed its bookmarks. */
  Future<Void> giveUp(Seat seat) {
    Holder before = holders.remove(seat);
    return before == null ? Future.succeededFuture() : file(before);
  }

  private static Future<Void> file(Holder before) {
    Promise<Void> filed = Promise.promise();
    before.loop.runOnContext(
        now -> {
          before.file.run();
          filed.complete();
        });
    return filed.future();
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
