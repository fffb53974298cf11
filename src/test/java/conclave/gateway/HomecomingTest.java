package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.handler.Residents.Resident;
import conclave.name.AccountName;
import conclave.name.Nick;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who stay come back some at once, and wait together for a store that is away. */
class HomecomingTest {
  private static final int MANY = 120;

  private final Vertx vertx = Vertx.vertx();
  private final Context context = vertx.getOrCreateContext();
  private final List<String> tried = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static Resident resident(int number) {
    String name = "r" + number;
    return new Resident(new AccountName(name), new Nick(name), name, Optional.empty(), Set.of());
  }

  private static <T> Future<T> away() {
    return Future.failedFuture(
        new ReplyException(ReplyFailure.RECIPIENT_FAILURE, 1, "unavailable"));
  }

  private Future<Void> begin(
      int count, Function<String, Future<Void>> settle, Supplier<Future<?>> store) {
    Homecoming homecoming =
        new Homecoming(
            context,
            IntStream.range(0, count).mapToObj(HomecomingTest::resident).toList(),
            resident -> {
              tried.add(resident.account().text());
              return settle.apply(resident.account().text());
            },
            store);
    Promise<Void> done = Promise.promise();
    context.runOnContext(now -> homecoming.begin().onComplete(done));
    return done.future();
  }

  @Test
  void fiftyAreOnTheirWayAtOnce() throws Exception {
    List<Promise<Void>> underWay = new CopyOnWriteArrayList<>();
    Future<Void> done =
        begin(
            MANY,
            name -> {
              Promise<Void> promise = Promise.promise();
              underWay.add(promise);
              return promise.future();
            },
            Future::succeededFuture);
    for (int i = 0; i < MANY; i++) {
      int begun = Math.min(MANY, Homecoming.AT_ONCE + i);
      await().pollInterval(Duration.ofMillis(5)).until(() -> underWay.size() == begun);
      underWay.get(i).complete();
    }
    done.await(10, TimeUnit.SECONDS);
    assertThat(tried).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void nobodyElseIsTriedUntilTheStoreAnswers() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    int away = 2;
    Future<Void> done =
        begin(
            MANY,
            name -> asked.get() < away ? away() : Future.succeededFuture(),
            () -> {
              assertThat(tried).hasSize(Homecoming.AT_ONCE);
              return asked.incrementAndGet() < away ? away() : Future.succeededFuture();
            });
    done.await(10, TimeUnit.SECONDS);
    assertThat(asked).hasValue(away);
    assertThat(tried).hasSize(MANY + Homecoming.AT_ONCE);
    assertThat(Set.copyOf(tried)).hasSize(MANY);
  }

  @Test
  void aRoomThatNeverAnswersKeepsNobodyElse() throws Exception {
    Future<Void> done =
        begin(
            MANY,
            name -> name.equals("r7") ? away() : Future.succeededFuture(),
            Future::succeededFuture);
    done.await(10, TimeUnit.SECONDS);
    assertThat(tried).hasSize(MANY - 1 + Homecoming.TRIES);
  }

  @Test
  void whoFailsForAnotherReasonIsNotTriedAgain() throws Exception {
    Future<Void> done =
        begin(
            3,
            name ->
                name.equals("r1")
                    ? Future.failedFuture(new IllegalStateException("a bug"))
                    : Future.succeededFuture(),
            Future::succeededFuture);
    done.await(10, TimeUnit.SECONDS);
    assertThat(tried).containsExactly("r0", "r1", "r2");
  }

  @Test
  void whereNobodyStaysNothingIsWaitedFor() throws Exception {
    begin(0, name -> away(), HomecomingTest::away).await(10, TimeUnit.SECONDS);
    assertThat(tried).isEmpty();
  }
}
