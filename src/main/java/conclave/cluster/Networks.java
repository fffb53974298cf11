package conclave.cluster;

import conclave.cluster.Cluster.Ports;
import conclave.cluster.NodeTable.Entry;
import conclave.handler.Claims;
import io.vertx.core.Future;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.core.spi.cluster.NodeListener;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes of a node that has joined others their network, and of one that is alone its own. */
public final class Networks {
  private Networks() {}

  /** The network of a node, which begins when it is joined. */
  public static Network of(Joined joined, Entry self, Ports ports) {
    return joined
        .manager()
        .<Network>map(manager -> among(joined, manager, self, ports))
        .orElseGet(() -> alone(joined, self, ports));
  }

  private static Network alone(Joined joined, Entry self, Ports ports) {
    OneServer server = new OneServer(self.id(), self.name());
    return new Alone(joined.vertx().eventBus(), self.id(), ports.table(), server);
  }

  /** The claims of a node that has joined others; who is alone needs none. */
  public static Claims claims(Joined joined, Supplier<Claims> shared) {
    return joined.manager().isPresent() ? shared.get() : Claims.NONE;
  }

  /**
   * Of what a node makes that must look alike on all.
   *
   * @param own the secret of this node
   * @param shared the secret of all, which may become this one
   */
  public static Future<byte[]> secret(
      Joined joined, byte[] own, Function<byte[], Future<byte[]>> shared) {
    return joined.manager().isPresent() ? shared.apply(own) : Future.succeededFuture(own);
  }

  private static Cluster among(Joined joined, ClusterManager manager, Entry self, Ports ports) {
    Cluster cluster = new Cluster(joined.vertx(), self, manager::getNodes, ports);
    if (manager instanceof GroupMember member) {
      cluster.introduceBy(member::tellAll);
      cluster.buried().onSuccess(buried -> member.abandon());
    }
    manager.nodeListener(
        new NodeListener() {
          @Override
          public void nodeAdded(String id) {
            cluster.joinedOrLeft();
          }

          @Override
          public void nodeLeft(String id) {
            cluster.joinedOrLeft();
          }
        });
    return cluster;
  }
}
