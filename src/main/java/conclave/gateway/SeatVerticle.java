package conclave.gateway;

import conclave.bus.Addresses;
import conclave.bus.SeatFree;
import conclave.bus.SeatWanted;
import conclave.handler.Bookmarks.Seat;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;

/**
 * Gives up the seats of sessions that have come to other nodes, when their bookmarks are stored.
 */
public final class SeatVerticle extends VerticleBase {
  private final Node node;

  public SeatVerticle(Node node) {
    this.node = node;
  }

  @Override
  public Future<?> start() {
    return vertx.eventBus().<SeatWanted>localConsumer(Addresses.SEATS, this::giveUp).completion();
  }

  private void giveUp(Message<SeatWanted> message) {
    Seat seat = new Seat(message.body().account(), message.body().session());
    node.seats()
        .giveUp(seat)
        .compose(filed -> node.bookmarks().stored(seat))
        .onComplete(stored -> message.reply(new SeatFree()));
  }
}
