package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import conclave.bus.BusCodec;
import conclave.bus.Inhabitants;
import conclave.bus.PresenceNews;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one bus: {@code new} has just come and sees {@code old}. */
class PresencesTest {
  private static final List<String> BOTH = List.of("new", "old");

  private final Vertx vertx = Vertx.vertx();
  private final Views seenByOld = new Views("old");
  private final Views seenByNew = new Views("new");
  private final CountDownLatch looking = new CountDownLatch(1);
  private final Promise<Void> looked = Promise.promise();
  private final AtomicInteger looks = new AtomicInteger();
  private Presences newcomer;

  @BeforeEach
  void listen() {
    BusCodec.register(vertx.eventBus());
    seenByOld.see(View.of("old", List.of("old"), BOTH));
    seenByNew.see(View.of("new", BOTH, BOTH));
    newcomer = presences(seenByNew);
    Presences old = presences(seenByOld);
    vertx.eventBus().<Object>localConsumer(Addresses.feed("old"), old::hear);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Presences presences(Views views) {
    return new Presences(vertx, views, nobody(views.current().self()), this::look);
  }

  private Future<Void> look() {
    looks.incrementAndGet();
    looking.countDown();
    return looked.future();
  }

  /** Nobody is on that node. */
  private static Inhabitants nobody(String node) {
    Class<?>[] type = {Inhabitants.class};
    return (Inhabitants)
        Proxy.newProxyInstance(
            PresencesTest.class.getClassLoader(),
            type,
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "all" -> new PresenceNews(node, 0, true, 0, List.of());
                  case "learn" -> true;
                  case "settleBy" -> null;
                  default -> throw new AssertionError(method);
                });
  }

  @Test
  void whoAsksAndIsNotSeenYetIsLookedForBeforeItIsAnswered() throws Exception {
    Future<Void> met = newcomer.meetAll();
    assertThat(looking.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(met.isComplete()).isFalse();
    seenByOld.see(View.of("old", BOTH, BOTH));
    looked.complete();
    met.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(looks).hasValue(1);
  }

  @Test
  void whoIsSeenIsAnsweredAtOnce() throws Exception {
    seenByOld.see(View.of("old", BOTH, BOTH));
    newcomer.meetAll().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    assertThat(looks).hasValue(0);
  }
}
