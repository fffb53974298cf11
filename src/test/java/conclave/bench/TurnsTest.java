package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Vertx vertx = Vertx.vertx();
  private final List<Promise<Void>> begun = new ArrayList<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private Future<Void> begin(int number) {
    assertThat(number).isEqualTo(begun.size());
    begun.add(Promise.promise());
    return begun.get(number).future();
  }

  @Test
  void soManyAreUnderWayAtATime() {
    Future<Void> done = new Turns(vertx, 4, this::begin).take(2);
    assertThat(begun).hasSize(2);
    begun.get(1).complete();
    assertThat(begun).hasSize(3);
    begun.get(0).complete();
    begun.get(2).complete();
    assertThat(begun).hasSize(4);
    assertThat(done.isComplete()).isFalse();
    begun.get(3).complete();
    assertThat(done.succeeded()).isTrue();
  }

  @Test
  void theFirstThatFailsEndsIt() {
    Future<Void> done = new Turns(vertx, 4, this::begin).take(2);
    begun.get(0).fail("no more");
    assertThat(done.failed()).isTrue();
    begun.get(1).complete();
    assertThat(begun).hasSize(2);
  }

  @Test
  void nothingToDoIsDone() {
    assertThat(new Turns(vertx, 0, this::begin).take(2).succeeded()).isTrue();
  }
}
