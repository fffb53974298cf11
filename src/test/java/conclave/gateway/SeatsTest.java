package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Others;
import conclave.handler.Bookmarks.Seat;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class SeatsTest {
  private static final Seat SEAT = new Seat("alice", 1);

  @Test
  void whoTakesASeatWaitsUntilTheOneBeforeHasFiledOnItsOwnLoop() {
    Vertx vertx = Vertx.vertx();
    try {
      Context first = vertx.getOrCreateContext();
      List<Boolean> isOnItsLoop = new CopyOnWriteArrayList<>();
      Seats seats = new Seats(Others.none());
      Runnable file = () -> isOnItsLoop.add(Vertx.currentContext() == first);
      assertThat(seats.take(SEAT, new Seats.Holder("c1", first, file)).isComplete()).isTrue();
      seats.take(SEAT, new Seats.Holder("c2", first, () -> {})).await();
      assertThat(isOnItsLoop).containsExactly(true);
      assertThat(seats.isOf(SEAT, "c1")).isFalse();
      assertThat(seats.isOf(SEAT, "c2")).isTrue();
      assertThat(seats.leave(SEAT, "c1")).isFalse();
      assertThat(seats.leave(SEAT, "c2")).isTrue();
      assertThat(seats.leave(SEAT, "c2")).isFalse();
    } finally {
      vertx.close().await();
    }
  }
}
