package conclave.shard;

import conclave.bus.Addresses;
import conclave.bus.Delivery;
import conclave.bus.Failures;
import conclave.bus.FewWarnings;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.bus.Unavailable;
import conclave.config.Config;
import conclave.name.CaseFold;
import conclave.room.RoomLimits;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns some of the shards: answers what is asked of their places, and sends what happened to the
 * nodes.
 */
public final class RoomVerticle extends VerticleBase {
  private static final long PATIENCE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(RoomVerticle.class);

  private final String node;
  private final Collection<Integer> shards;
  private final Shard.Setting setting;
  private final FewWarnings warnings = new FewWarnings();

  /**
   * An owner of shards.
   *
   * @param node where events go: the node that has the members
   * @param shards which it owns, by number
   */
  public RoomVerticle(String node, Collection<Integer> shards, Config config, RoomLog log) {
    this.node = node;
    this.shards = List.copyOf(shards);
    this.setting =
        new Shard.Setting(
            log,
            () -> new RoomLimits(config.rooms().maxMembers(), config.limits().listEntries()),
            name ->
                config.rooms().defaults().stream()
                    .anyMatch(room -> CaseFold.fold(room).equals(name)),
            System::currentTimeMillis,
            work -> vertx.setTimer(PATIENCE_MILLIS, id -> work.run()));
  }

  @Override
  public Future<?> start() {
    return Future.all(shards.stream().map(this::own).toList());
  }

  private Future<Void> own(int number) {
    String address = Addresses.node(node);
    Shard shard =
        new Shard(
            setting,
            events -> vertx.eventBus().publish(address, new Delivery(events)),
            RoomRouter.owners(vertx.eventBus()));
    return vertx
        .eventBus()
        .<PlaceRequest>consumer(Addresses.shard(number), message -> answer(shard, message))
        .completion();
  }

  /**
   * A bug in one command is an answer to its caller, and stops neither the loop nor the neighbours.
   */
  private void answer(Shard shard, Message<PlaceRequest> message) {
    Future.succeededFuture(message.body())
        .compose(shard::answer)
        .onComplete(
            (PlaceAnswer answer) -> message.reply(answer), failure -> fail(message, failure));
  }

  private void fail(Message<PlaceRequest> message, Throwable failure) {
    if (failure instanceof Unavailable unavailable) {
      warnings.warn(LOG, unavailable.sentence());
    } else {
      LOG.error("{} failed", message.body().getClass().getSimpleName(), failure);
    }
    message.fail(Failures.codeOf(failure), "unavailable");
  }
}
