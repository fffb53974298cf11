package conclave.shard;

import conclave.bus.Addresses;
import conclave.bus.Failures;
import conclave.bus.FewWarnings;
import conclave.bus.LogKey;
import conclave.bus.NotOwner;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.bus.Unavailable;
import conclave.config.Config;
import conclave.name.CaseFold;
import conclave.room.Modes;
import conclave.room.RoomLimits;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns some of the shards, which may become more or fewer: answers what is asked of their places.
 */
public final class RoomVerticle extends VerticleBase {
  private static final long AGAIN_MILLIS = 250;
  private static final long LOOK_MILLIS = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(RoomVerticle.class);

  /** What owners are joined with. */
  public record Joints(Logs logs, Owners owners, Outlet outlet) {}

  /** A shard that is asked for, and perhaps not there yet. */
  private record Owned(Future<Shard> shard, MessageConsumer<PlaceRequest> consumer) {}

  private final String node;
  private final Config config;
  private final Joints joints;
  private final FewWarnings warnings = new FewWarnings();
  private final Map<Integer, Owned> owned = new HashMap<>();
  private final Asking asking = new Asking();
  private Set<Integer> wanted = Set.of();

  /**
   * An owner of no shards yet.
   *
   * @param node whose it is
   */
  public RoomVerticle(String node, Config config, Joints joints) {
    this.node = node;
    this.config = config;
    this.joints = joints;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(LOOK_MILLIS, id -> look());
    return Future.succeededFuture();
  }

  /** What lively places hold back is on its way to the store before their timers end. */
  @Override
  public Future<?> stop() {
    owned.values().stream()
        .filter(one -> one.shard.succeeded())
        .forEach(one -> one.shard.result().hurry());
    return Future.succeededFuture();
  }

  /** Owns these from now on, and no others. Any thread; done when they are its own. */
  public Future<Void> own(Set<Integer> shards) {
    return Future.future(
        done ->
            context.runOnContext(
                now -> {
                  wanted = Set.copyOf(shards);
                  change().onComplete(done);
                }));
  }

  private Future<Void> change() {
    Set<Integer> lost = new HashSet<>(owned.keySet());
    lost.removeAll(wanted);
    lost.forEach(this::drop);
    Set<Integer> gained = new HashSet<>(wanted);
    gained.removeAll(owned.keySet());
    return gained.isEmpty() ? Future.succeededFuture() : take(gained);
  }

  /** What it has under way is committed, or refused by the log when another has taken the shard. */
  private void drop(int number) {
    Owned shard = owned.remove(number);
    if (shard != null) {
      shard.consumer.unregister();
      asking.gaveUp(number);
    }
  }

  /** What is asked meanwhile waits. */
  private Future<Void> take(Set<Integer> shards) {
    Future<Map<Integer, RoomLog>> logs = joints.logs.take(node, shards);
    List<Future<Void>> ready = shards.stream().map(shard -> take(shard, logs)).toList();
    return Future.join(ready)
        .<Void>mapEmpty()
        .onSuccess(taken -> wake(shards))
        .onFailure(
            away -> {
              warnings.warn(LOG, "shards can't be taken: " + away.getMessage());
              vertx.setTimer(AGAIN_MILLIS, id -> again(shards));
            });
  }

  private Future<Void> take(int number, Future<Map<Integer, RoomLog>> logs) {
    Future<Shard> shard =
        logs.map(taken -> shard(number, Objects.requireNonNull(taken.get(number))));
    MessageConsumer<PlaceRequest> consumer =
        vertx
            .eventBus()
            .localConsumer(Addresses.shard(number), message -> answer(number, shard, message));
    owned.put(number, new Owned(shard, consumer));
    return consumer.completion().compose(heard -> shard).mapEmpty();
  }

  private void again(Set<Integer> shards) {
    shards.stream().filter(owned::containsKey).forEach(this::drop);
    change();
  }

  private Shard shard(int number, RoomLog log) {
    Shard.Setting setting =
        new Shard.Setting(
            log,
            () -> new RoomLimits(config.rooms().maxMembers(), config.limits().listEntries()),
            () -> Modes.of(config.rooms().modes()),
            name ->
                config.rooms().defaults().stream()
                    .anyMatch(room -> CaseFold.fold(room).equals(name)),
            System::currentTimeMillis,
            (millis, work) -> vertx.setTimer(millis, id -> work.run()),
            () -> deposed(number, log));
    return new Shard(setting, joints.outlet::show, names());
  }

  private Moves.Names names() {
    return new Moves.Names() {
      @Override
      public Future<PlaceAnswer> ask(String name, PlaceRequest request) {
        return joints.owners.ask(name, request);
      }

      @Override
      public Set<String> wanting(String key) {
        return joints.outlet.wanting(key);
      }
    };
  }

  /** Another node has taken the shard, perhaps by mistake: who is right, shows in a moment. */
  private void deposed(int number, RoomLog log) {
    Owned shard = owned.get(number);
    boolean isSame = shard != null && shard.shard.succeeded() && shard.shard.result().has(log);
    if (isSame) {
      drop(number);
      vertx.setTimer(AGAIN_MILLIS, id -> change());
    }
  }

  /** Who owns nothing new learns from nobody else that another has taken what it owns. */
  private void look() {
    Map<Integer, Future<Shard>> mine = new HashMap<>();
    owned.forEach(
        (number, one) -> {
          if (one.shard.succeeded()) {
            mine.put(number, one.shard);
          }
        });
    joints
        .logs
        .taken(node, mine.keySet())
        .onSuccess(
            taken -> {
              taken.stream()
                  .filter(number -> isStill(number, mine.get(number)))
                  .forEach(this::drop);
              change();
            });
  }

  private boolean isStill(int number, @Nullable Future<Shard> shard) {
    Owned current = owned.get(number);
    return current != null && current.shard == shard;
  }

  /** Rooms that somebody is in are known to those who ask for all of them. */
  private void wake(Set<Integer> shards) {
    joints
        .logs
        .inhabited()
        .onSuccess(
            keys ->
                keys.stream()
                    .filter(key -> shards.contains(Addresses.shardOf(key)))
                    .forEach(key -> joints.owners.ask(key, new PlaceRequest.Look(key))));
  }

  /**
   * A bug in one command is an answer to its caller, and stops neither the loop nor the neighbours.
   */
  private void answer(int number, Future<Shard> shard, Message<PlaceRequest> message) {
    String by = message.headers().get(Addresses.BY_NODE);
    if (!asking.isNext(number, message.headers())) {
      fail(message, new NotOwner());
      return;
    }
    if (by != null) {
      message.body().doneIn().ifPresent(place -> joints.outlet.asked(CaseFold.fold(place), by));
    }
    if (message.body() instanceof PlaceRequest.Adopt adopt) {
      String key = adopt.room().state().name().key();
      adopt.nodes().forEach(node -> joints.outlet.asked(key, node)); // before anything is shown
    }
    Future<PlaceAnswer> answer = inTurn(number, shard, message);
    answer.onComplete(
        done -> message.reply(done),
        failure -> {
          if (failure instanceof NotOwner) {
            asking.refused(number, message.headers());
          }
          fail(message, failure);
        });
    asking.began(number, message.headers(), answer);
  }

  private Future<PlaceAnswer> inTurn(
      int number, Future<Shard> shard, Message<PlaceRequest> message) {
    return message.body() instanceof PlaceRequest.Present
        ? asking.answered(number, message.headers()).compose(all -> answer(shard, message.body()))
        : answer(shard, message.body());
  }

  /**
   * The same for somebody on this node, who needs no bus for it. Any thread: what one asks is done
   * in that order, and answered on the asker's context, behind all that was shown before.
   */
  public Future<PlaceAnswer> ask(int number, PlaceRequest request) {
    Context asker = vertx.getOrCreateContext();
    Promise<PlaceAnswer> answer = Promise.promise();
    context.runOnContext(
        now -> {
          Owned mine = owned.get(number);
          Future<Shard> shard = mine == null ? Future.failedFuture(new NotOwner()) : mine.shard;
          answer(shard, request)
              .recover(failure -> Future.failedFuture(refusal(request, failure)))
              .onComplete(done -> asker.runOnContext(later -> answer.handle(done)));
        });
    return answer.future();
  }

  private static Future<PlaceAnswer> answer(Future<Shard> shard, PlaceRequest request) {
    Future<Shard> ready =
        shard.succeeded() ? shard : shard.recover(away -> Future.failedFuture(new NotOwner()));
    return ready.compose(own -> own.answer(request));
  }

  private void fail(Message<PlaceRequest> message, Throwable failure) {
    ReplyException refusal = refusal(message.body(), failure);
    message.fail(refusal.failureCode(), refusal.getMessage());
  }

  private ReplyException refusal(PlaceRequest request, Throwable failure) {
    if (failure instanceof NotOwner) {
      LOG.debug("{} came to an owner of before", request.getClass().getSimpleName());
    } else if (failure instanceof Unavailable unavailable) {
      warnings.warn(LOG, unavailable.sentence());
    } else {
      LogKey.of(request.connection(), LOG.atError())
          .setCause(failure)
          .log("{} failed", request.getClass().getSimpleName());
    }
    return new ReplyException(
        ReplyFailure.RECIPIENT_FAILURE, Failures.codeOf(failure), "unavailable");
  }
}
