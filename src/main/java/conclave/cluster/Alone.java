package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Everyone;
import conclave.bus.Others;
import conclave.handler.Servers;
import conclave.shard.Outlet;
import conclave.shard.Owners;
import conclave.shard.RoomVerticle;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The network of one node, which owns everything. */
final class Alone implements Network {
  private final EventBus bus;
  private final String node;
  private final NodeTable table;
  private final Servers servers;
  private volatile List<RoomVerticle> here = List.of();

  /** The network of that node. */
  Alone(EventBus bus, String node, NodeTable table, Servers servers) {
    this.servers = servers;
    this.bus = bus;
    this.node = node;
    this.table = table;
  }

  @Override
  public Owners owners() {
    return (shard, request) ->
        here.isEmpty()
            ? Future.failedFuture(new ReplyException(ReplyFailure.NO_HANDLERS, "not begun yet"))
            : Shares.ownerOf(shard, here).ask(shard, request);
  }

  @Override
  public Outlet outlet() {
    return Outlet.here(bus, node);
  }

  @Override
  public Others others() {
    return Others.none();
  }

  @Override
  public Servers servers() {
    return servers;
  }

  @Override
  public void onChange(Runnable listener) {
    // There is nobody to come or go.
  }

  @Override
  public void tell(String address, Object what) {
    bus.publish(address, what, Everyone.HERE);
  }

  @Override
  public Future<Void> join(List<RoomVerticle> owners) {
    Set<Integer> all =
        IntStream.range(0, Addresses.SHARDS).boxed().collect(Collectors.toUnmodifiableSet());
    here = List.copyOf(owners);
    return table.reset().compose(nobody -> Shares.give(all, owners));
  }

  @Override
  public boolean isFirst() {
    return true;
  }

  @Override
  public Future<Void> buried() {
    return Promise.<Void>promise().future();
  }

  @Override
  public Future<Void> leave() {
    return Future.succeededFuture();
  }
}
