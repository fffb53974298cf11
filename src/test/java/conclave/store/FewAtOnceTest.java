package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FewAtOnceTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<Integer> begun = new ArrayList<>();
  private final List<Promise<Integer>> works = new ArrayList<>();
  private final List<Future<Integer>> results = new ArrayList<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private void ask(FewAtOnce few, int count) {
    for (int i = 0; i < count; i++) {
      int number = i;
      Promise<Integer> work = Promise.promise();
      works.add(work);
      results.add(
          few.take(
              () -> {
                begun.add(number);
                return work.future();
              }));
    }
  }

  /** What was put on the context before this has been done after it. */
  private Future<Void> onContext(Runnable what) {
    Promise<Void> done = Promise.promise();
    vertx.getOrCreateContext().runOnContext(v -> what.run());
    vertx.getOrCreateContext().runOnContext(v -> done.complete());
    return done.future();
  }

  @Test
  void othersWaitInOrderAndWhoIsTooManyIsRefused() {
    FewAtOnce few = new FewAtOnce(vertx, 2, 2);
    Promise<Void> checked = Promise.promise();
    vertx.runOnContext(
        v -> {
          ask(few, 5);
          assertThat(results.get(4).cause()).isInstanceOf(StoreBusy.class);
          onContext(() -> assertThat(begun).containsExactly(0, 1))
              .compose(x -> onContext(() -> works.get(1).fail("away")))
              .compose(x -> onContext(() -> assertThat(begun).containsExactly(0, 1, 2)))
              .compose(x -> onContext(() -> works.get(0).complete(0)))
              .compose(x -> onContext(() -> assertThat(begun).containsExactly(0, 1, 2, 3)))
              .onComplete(checked);
        });
    checked.future().await();
    assertThat(begun).containsExactly(0, 1, 2, 3);
    assertThat(results.get(0).result()).isZero();
    assertThat(results.get(1).cause()).hasMessage("away");
  }

  @Test
  void whatThrowsMakesRoomForTheNext() {
    FewAtOnce few = new FewAtOnce(vertx, 1, 1);
    Promise<Integer> answer = Promise.promise();
    vertx.runOnContext(
        v -> {
          few.take(
              () -> {
                throw new IllegalStateException("broken");
              });
          few.take(() -> Future.succeededFuture(7)).onComplete(answer);
        });
    assertThat(answer.future().await()).isEqualTo(7);
  }
}
