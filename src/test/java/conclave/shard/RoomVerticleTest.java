package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.bus.Addresses;
import conclave.bus.BusCodec;
import conclave.bus.Failures;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.config.ConfigLoader;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Mothers;
import conclave.room.Origin;
import conclave.room.RoomCommand;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomView;
import conclave.room.SayKind;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An owner as it is asked by those on its own node. */
class RoomVerticleTest {
  private static final int SHARD = Addresses.shardOf("#lobby");

  /** After such a commit a place waits for as long as it ever does. */
  private static final long SLOW_MILLIS = 80;

  private static final PlaceRequest LOOK = new PlaceRequest.Look("#lobby");

  /** All on one loop, on which nothing is ordered by chance. */
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

  private final Context asker = vertx.getOrCreateContext();
  private final RoomVerticle owner =
      new RoomVerticle(
          "here",
          ConfigLoader.defaults(),
          new RoomVerticle.Joints(new FreshLogs(), this::nobody, new NoOutlet()));
  private volatile Runnable whenRead = () -> {};
  private final LogByHand log = new LogByHand();
  private String deployment = "";
  private volatile boolean isSomebodyThere;

  @BeforeEach
  void deploy() throws Exception {
    BusCodec.register(vertx.eventBus());
    log.whenRead(() -> whenRead.run());
    deployment = get(() -> vertx.deployVerticle(owner));
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private <T> T get(Supplier<Future<T>> work) throws Exception {
    Promise<T> done = Promise.promise();
    asker.runOnContext(now -> work.get().onComplete(done));
    return done.future().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Future<PlaceAnswer> nobody(int shard, PlaceRequest request) {
    return Future.failedFuture("there is no other");
  }

  @Test
  void answersComeInTheOrderOfTheQuestionsAndWhereTheyWereAsked() throws Exception {
    get(() -> owner.own(Set.of(SHARD)));
    List<Integer> answered = new ArrayList<>();
    List<Context> where = new ArrayList<>();
    get(
        () ->
            Future.join(
                IntStream.range(0, 100)
                    .mapToObj(
                        turn ->
                            owner
                                .ask(SHARD, LOOK)
                                .onSuccess(answer -> answered.add(turn))
                                .onSuccess(answer -> where.add(Vertx.currentContext())))
                    .toList()));
    assertThat(answered).isEqualTo(IntStream.range(0, 100).boxed().toList());
    assertThat(where).containsOnly(asker);
  }

  @Test
  void anAnswerComesBehindWhatWasToldToTheAskerBefore() throws Exception {
    get(() -> owner.own(Set.of(SHARD)));
    List<String> heard = new ArrayList<>();
    whenRead = () -> asker.runOnContext(now -> heard.add("told"));
    get(() -> owner.ask(SHARD, LOOK).onSuccess(answer -> heard.add("answered")));
    assertThat(heard).containsExactly("told", "answered");
  }

  @Test
  void whoDoesNotOwnTheShardRefusesItAsItDoesOnTheBus() throws Exception {
    get(() -> owner.own(Set.of(SHARD)));
    get(() -> owner.own(Set.of()));
    ReplyException refusal =
        get(
            () ->
                owner
                    .ask(SHARD, LOOK)
                    .map(new ReplyException(ReplyFailure.ERROR))
                    .otherwise(ReplyException.class::cast));
    assertThat(refusal.failureType()).isEqualTo(ReplyFailure.RECIPIENT_FAILURE);
    assertThat(refusal.failureCode()).isEqualTo(Failures.MISDIRECTED);
  }

  private void ask(RoomCommand command) {
    owner.ask(SHARD, new PlaceRequest.Do("#lobby", command, new Origin("c", 1)));
  }

  private Future<?> asksFromAfar(int turn, PlaceRequest request) {
    DeliveryOptions as =
        new DeliveryOptions()
            .addHeader(Addresses.BY_NODE, "there")
            .addHeader(Addresses.ROUND, "0")
            .addHeader(Addresses.TURN, Integer.toString(turn));
    return vertx.eventBus().request(Addresses.shard(SHARD), request, as);
  }

  /** So that whoever has this answer and not another knows that the other was lost. */
  @Test
  void thatAllHasComeThroughIsAnsweredBehindAllOfIt() throws Exception {
    isSomebodyThere = true;
    get(() -> owner.own(Set.of(SHARD)));
    Enter enter = new Enter(Mothers.user("alice"), "R", Optional.empty(), true, false);
    List<String> answered = Collections.synchronizedList(new ArrayList<>());
    Future<?> first =
        asksFromAfar(0, new PlaceRequest.Do("#lobby", enter, new Origin("c", 1)))
            .onSuccess(done -> answered.add("first"));
    Future<?> present =
        asksFromAfar(1, new PlaceRequest.Present()).onSuccess(done -> answered.add("present"));
    get(() -> asksFromAfar(2, LOOK).onSuccess(done -> answered.add("later")));
    Future<?> another =
        asksFromAfar(3, new PlaceRequest.Present()).onSuccess(done -> answered.add("another"));
    get(() -> asksFromAfar(4, LOOK));
    assertThat(answered).containsExactly("later");
    whenRead = log::commit;
    get(() -> owner.ask(SHARD, new PlaceRequest.Look("#another")));
    get(() -> Future.all(first, present, another));
    assertThat(answered).containsExactly("later", "first", "present", "another");
  }

  @Test
  void whoEndsHoldsNothingBackFromTheStore() throws Exception {
    isSomebodyThere = true;
    get(() -> owner.own(Set.of(SHARD)));
    get(() -> owner.ask(SHARD, LOOK));
    Source alice = Mothers.user("alice");
    ask(new Enter(alice, "R", Optional.empty(), true, false));
    ask(new Say(alice, SayKind.PRIVMSG, "waits for the end of a slow commit, and then for others"));
    long begun = System.currentTimeMillis();
    await().until(() -> System.currentTimeMillis() - begun > SLOW_MILLIS);
    whenRead = log::commit; // on the owner's context
    get(
        () ->
            owner
                .ask(SHARD, new PlaceRequest.Look("#another"))
                .compose(looked -> vertx.undeploy(deployment)));
    assertThat(log.appends).hasSize(2);
  }

  /** Logs in which nothing is. */
  private final class FreshLogs implements Logs {
    @Override
    public Future<Map<Integer, RoomLog>> take(String node, Collection<Integer> shards) {
      return Future.succeededFuture(
          shards.stream().collect(Collectors.toMap(shard -> shard, shard -> log)));
    }

    @Override
    public Future<Set<Integer>> taken(String node, Collection<Integer> shards) {
      return Future.succeededFuture(Set.of());
    }

    @Override
    public Future<Map<Long, Long>> heads(Collection<Long> places) {
      return Future.succeededFuture(Map.of());
    }

    @Override
    public Future<List<Talk>> talks(Collection<String> accounts, long time) {
      return Future.succeededFuture(List.of());
    }

    @Override
    public Future<List<String>> inhabited() {
      return Future.succeededFuture(List.of());
    }
  }

  /** Shows nothing to nobody. */
  private final class NoOutlet implements Outlet {
    @Override
    public void show(List<Event> events) {
      assertThat(isSomebodyThere).as("nothing has happened").isTrue();
    }

    @Override
    public void asked(String key, String node) {
      assertThat(isSomebodyThere).as("nobody else has asked").isTrue();
    }

    @Override
    public void follow(RoomView view) {
      throw new AssertionError("there is no room");
    }

    @Override
    public Set<String> wanting(String key) {
      return Set.of();
    }
  }
}
