package conclave.cluster;

import io.vertx.core.Vertx;
import io.vertx.core.spi.cluster.ClusterManager;
import java.util.Optional;

/**
 * A Vert.x whose bus reaches all nodes. Whoever closes it leaves the others.
 *
 * @param node the id of this process among the nodes
 * @param manager who is there: {@code getNodes}, {@code nodeListener}; nothing where this node is
 *     alone
 */
public record Joined(Vertx vertx, String node, Optional<ClusterManager> manager) {}
