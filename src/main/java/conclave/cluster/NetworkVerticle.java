package conclave.cluster;

import conclave.shard.RoomVerticle;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;

/** Is part of the network as long as it runs: after the owners of this node, before its doors. */
public final class NetworkVerticle extends VerticleBase {
  private final Network network;
  private final List<RoomVerticle> owners;

  public NetworkVerticle(Network network, List<RoomVerticle> owners) {
    this.network = network;
    this.owners = List.copyOf(owners);
  }

  @Override
  public Future<?> start() {
    return network.join(owners);
  }

  @Override
  public Future<?> stop() {
    return network.leave();
  }
}
