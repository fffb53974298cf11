package conclave.cluster;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import conclave.bus.BusCodec;
import conclave.bus.Delivery;
import conclave.bus.Inhabitants;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Event.Told;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import conclave.shard.Logs;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A direct message of a conversation that this node has heard nothing of so far. */
class CatchingUpTest {
  private static final long LOG = 8;

  private final Vertx vertx = Vertx.vertx();
  private final StoredEvents stored = new StoredEvents();
  private final AtomicLong now = new AtomicLong();
  private final List<Long> shown = Collections.synchronizedList(new ArrayList<>());
  private final List<Object> asked = new ArrayList<>();
  private boolean isAway;
  private final CatchingUp catchingUp =
      new CatchingUp(
          vertx.eventBus(),
          only(Logs.class, "talks", this::talks),
          new Feed(vertx, "a", stored, now::get),
          only(Inhabitants.class, "accountsHere", nothing -> Set.of("bob")),
          () -> 90_000L,
          now::get);

  private interface Answering {
    Object answer(Object asked);
  }

  private static <T> T only(Class<T> type, String name, Answering how) {
    return type.cast(
        Proxy.newProxyInstance(
            CatchingUpTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo(name);
              return how.answer(arguments == null ? "" : arguments[0]);
            }));
  }

  private Object talks(Object accounts) {
    asked.add(accounts);
    return isAway
        ? Future.failedFuture("the store is away")
        : Future.succeededFuture(List.of(new Logs.Talk(LOG, 4, 5)));
  }

  @BeforeEach
  void sayWhatNobodyTells() {
    BusCodec.register(vertx.eventBus());
    vertx
        .eventBus()
        .<Delivery>localConsumer(
            Addresses.node("a"),
            message -> message.body().events().forEach(event -> shown.add(event.stamp().seq())));
    stored.add(told(4), told(5));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static Event told(long seq) {
    Stamp stamp = new Stamp(LOG, seq, NOW, new Origin("b-1", seq));
    return new Told(stamp, user("alice"), new Nick("bob"), SayKind.PRIVMSG, "m" + seq);
  }

  private void aSecondPasses(boolean isSilent) {
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    catchingUp.look(isSilent);
  }

  private void isShown() {
    Awaitility.await().untilAsserted(() -> assertThat(List.copyOf(shown)).containsExactly(5L));
    assertThat(asked).containsOnly(Set.of("bob"));
  }

  @Test
  void whatWasSaidWhileANodeWasSilentIsShownWhenItIsHeard() {
    aSecondPasses(true);
    assertThat(asked).isEmpty();
    aSecondPasses(false);
    isShown();
    aSecondPasses(false);
    assertThat(asked).as("once").hasSize(1);
  }

  @Test
  void whatWasSaidWhileANodeIsSilentIsShownWithinSeconds() {
    for (int i = 0; i < 10; i++) {
      aSecondPasses(true);
    }
    isShown();
  }

  @Test
  void whatWasSaidWhileThisNodeStoodStillIsShown() {
    aSecondPasses(false);
    assertThat(asked).isEmpty();
    now.addAndGet(TimeUnit.SECONDS.toNanos(20));
    catchingUp.look(false);
    isShown();
  }

  @Test
  void aStoreThatIsAwayIsAskedAgain() {
    isAway = true;
    catchingUp.talks();
    isAway = false;
    aSecondPasses(false);
    isShown();
  }
}
