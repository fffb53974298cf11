package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final List<Integer> begun = new ArrayList<>();
  private final Turns turns = new Turns(2);

  private Future<Void> take(int number, Future<Void> work) {
    return turns.take(
        () -> {
          begun.add(number);
          return work;
        });
  }

  @Test
  void soManyWorkAtOnceAndTheOthersInTheOrderInWhichTheyAsked() {
    List<Promise<Void>> work = List.of(Promise.promise(), Promise.promise(), Promise.promise());
    for (int i = 0; i < 3; i++) {
      take(i, work.get(i).future());
    }
    take(3, Future.succeededFuture());
    assertThat(begun).containsExactly(0, 1);
    work.get(1).fail("the store is away");
    assertThat(begun).containsExactly(0, 1, 2);
    work.get(0).complete();
    assertThat(begun).containsExactly(0, 1, 2, 3);
  }

  @Test
  void workThatFailsAtOnceGivesItsTurnBack() {
    List<Future<Void>> failed = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      failed.add(
          turns.take(
              () -> {
                throw new IllegalStateException("no future");
              }));
    }
    assertThat(failed).allMatch(Future::failed);
    assertThat(take(4, Future.succeededFuture()).succeeded()).isTrue();
  }

  @Test
  void aCrowdThatIsDoneAtOnceNeedsNoStack() {
    List<Promise<Void>> first = List.of(Promise.promise(), Promise.promise());
    first.forEach(work -> take(0, work.future()));
    Future<Void> last = Future.succeededFuture();
    for (int i = 1; i <= 100_000; i++) {
      last = take(i, Future.succeededFuture());
    }
    first.get(0).complete();
    assertThat(last.succeeded()).isTrue();
    assertThat(begun).hasSize(100_002);
  }
}
