package conclave.auth;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.auth.HashPool.Comer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many log-ins may wait for hashing. */
class HashPoolTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicLong nanos = new AtomicLong();
  private final HashPool pool = new HashPool(vertx, 1, 8, nanos::get);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch latch = new CountDownLatch(1);

  @AfterEach
  void close() {
    latch.countDown();
    vertx.close().await();
  }

  private int hash() {
    begun.countDown();
    try {
      latch.await();
      return 1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long accepted(int tries, Comer comer) {
    return IntStream.range(0, tries)
        .mapToObj(i -> pool.run(this::hash, comer))
        .filter(hashing -> !(hashing.cause() instanceof HashPool.Full))
        .count();
  }

  @Test
  void strangersFillThreeQuartersOfTheQueueAndLeaveRoomForTheOthers() {
    assertThat(accepted(100, Comer.STRANGER)).isEqualTo(1 + 6);
    assertThat(accepted(100, Comer.AT_HOME)).isEqualTo(2);
    assertThat(pool.run(this::hash).cause()).isInstanceOf(HashPool.Full.class);
  }

  @Test
  void whoWantsAnAccountFillsHalfOfTheQueueAndLeavesRoomForLogIns() {
    assertThat(accepted(100, Comer.NEWCOMER)).isEqualTo(1 + 4);
    assertThat(accepted(100, Comer.STRANGER)).isEqualTo(2);
    assertThat(accepted(100, Comer.AT_HOME)).isEqualTo(2);
  }

  @Test
  void strangersComeInAgainWhenThereIsRoom() {
    Future<Integer> first = pool.run(this::hash, Comer.STRANGER);
    assertThat(accepted(100, Comer.STRANGER)).isEqualTo(6);
    latch.countDown();
    assertThat(first.await()).isEqualTo(1);
    assertThat(pool.run(() -> 2, Comer.STRANGER).await()).isEqualTo(2);
  }

  @Test
  void whoHasBeenHereGoesBeforeStrangersWhoCameEarlier() {
    List<String> served = new CopyOnWriteArrayList<>();
    pool.run(this::hash);
    Future<Boolean> newcomer = pool.run(() -> served.add("newcomer"), Comer.NEWCOMER);
    Future<Boolean> stranger = pool.run(() -> served.add("stranger"), Comer.STRANGER);
    Future<Boolean> known = pool.run(() -> served.add("known"));
    latch.countDown();
    Future.all(newcomer, stranger, known).await();
    assertThat(served).containsExactly("known", "stranger", "newcomer");
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotHashed() throws InterruptedException {
    Future<Integer> first = pool.run(this::hash);
    begun.await();
    Future<Integer> late = pool.run(() -> 1);
    nanos.set(TimeUnit.SECONDS.toNanos(HashPool.PATIENCE_SECONDS) + 1);
    latch.countDown();
    assertThat(late.otherwise(failure -> failure instanceof HashPool.Full ? -1 : -2).await())
        .isEqualTo(-1);
    assertThat(first.await()).isEqualTo(1);
    assertThat(pool.run(() -> 2).await()).isEqualTo(2);
  }

  @Test
  void forWantOfMemoryOneLogInFailsAndNoPlaceInTheQueueIsLost() {
    for (int i = 0; i < 20; i++) {
      Future<Integer> failing =
          pool.run(
              () -> {
                throw new OutOfMemoryError("planted");
              });
      assertThat(failing.map(any -> "").otherwise(Throwable::getMessage).await())
          .isEqualTo("planted");
    }
  }

  @Test
  void aFailureIsTheCallersToHearOf() {
    Future<Integer> failing =
        pool.run(
            () -> {
              throw new IllegalArgumentException("no");
            });
    assertThat(failing.map(any -> "").otherwise(Throwable::getMessage).await()).isEqualTo("no");
  }
}
