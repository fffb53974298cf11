package conclave.cluster;

import conclave.config.ClusterConfig;
import conclave.config.Endpoint;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.transport.Transport;
import io.vertx.ext.cluster.infinispan.InfinispanClusterManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.infinispan.manager.DefaultCacheManager;

/** Joins this server to the other nodes. */
public final class Joining {
  /** Infinispan 14 asks the JDK for something that later ones refuse. */
  private static final int LAST_JDK = 23;

  private Joining() {}

  /** Why this JDK can't run that, in a sentence; nothing where it can. */
  public static Optional<String> objection(ClusterConfig config, int jdk) {
    return !config.enabled() || jdk <= LAST_JDK
        ? Optional.empty()
        : Optional.of(
            "A node of a cluster runs on JDK 17 to "
                + LAST_JDK
                + ", and this is JDK "
                + jdk
                + ": set JAVA_HOME to one of those, or cluster.enabled to false.");
  }

  /**
   * What of the configuration can't hold on this machine: files that are no keys, addresses that
   * can't be listened on. Blocks.
   *
   * @return sentences that begin with the key
   */
  public static List<String> mistakes(ClusterConfig config) {
    List<String> found = new ArrayList<>();
    if (!config.enabled()) {
      return found;
    }
    try {
      NodeKeys.of(config);
    } catch (IOException e) {
      found.add(e.getMessage());
    }
    listens("cluster.listen", config.listen()).ifPresent(found::add);
    listens("cluster.bus-listen", config.busListen()).ifPresent(found::add);
    listens("cluster.listen", config.pulseListen()).ifPresent(found::add);
    return found;
  }

  private static Optional<String> listens(String key, Endpoint endpoint) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(OwnAddress.of(endpoint), endpoint.port()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(key + ": " + endpoint + " can't be listened on: " + e.getMessage());
    }
  }

  /**
   * Starts a Vert.x that is one of the nodes, or alone. Takes seconds where it is the first of
   * them.
   *
   * @param alone the id of a node that is alone
   * @return failed with a sentence for the operator; then nothing is left running
   */
  public static Future<Joined> start(ClusterConfig config, String alone, VertxOptions options) {
    return config.enabled()
        ? join(config, options)
        : Future.succeededFuture(new Joined(Vertx.vertx(options), alone, Optional.empty()));
  }

  private static Future<Joined> join(ClusterConfig config, VertxOptions options) {
    Promise<Joined> joined = Promise.promise();
    // No Vert.x is there yet whose threads could wait for the others.
    Thread thread = new Thread(() -> join(config, options, joined), "cluster-join");
    thread.setDaemon(true);
    thread.start();
    return joined.future();
  }

  private static void join(ClusterConfig config, VertxOptions options, Completable<Joined> joined) {
    try {
      NodeKeys keys = NodeKeys.of(config);
      InetAddress at = OwnAddress.of(config.listen());
      InetAddress bus = OwnAddress.of(config.busListen());
      options.setEventBusOptions(bus(keys, bus, config.busListen().port()));
      DefaultCacheManager group = Group.join(config, at, keys.context());
      InfinispanClusterManager manager = new GroupMember(group);
      Vertx.builder()
          .with(options)
          .withTransport(new BusDoor(transport(options), config.busListen().port()))
          .withClusterManager(manager)
          .buildClustered()
          .onComplete(
              vertx -> {
                vertx.exceptionHandler(new Uncaught());
                joined.succeed(new Joined(vertx, manager.getNodeId(), Optional.of(manager)));
              },
              failure -> {
                new Thread(group::stop, "cluster-leave").start();
                joined.fail(failure);
              });
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      joined.fail(new IOException("the cluster can't be joined: " + reason(e), e));
    }
  }

  private static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root instanceof RuntimeException) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private static Transport transport(VertxOptions options) {
    Transport fast = options.getPreferNativeTransport() ? Transport.nativeTransport() : null;
    return fast != null && fast.available() ? fast : Transport.NIO;
  }

  private static EventBusOptions bus(NodeKeys keys, InetAddress at, int port)
      throws GeneralSecurityException {
    String host = at.getHostAddress();
    return new EventBusOptions()
        .setHost(host)
        .setPort(port)
        .setClusterPublicHost(host)
        .setClusterPublicPort(port)
        .setSsl(true)
        .setKeyCertOptions(keys.shown())
        .setTrustOptions(keys.believed())
        .setClientAuth(ClientAuth.REQUIRED)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
        .setConnectTimeout(1_000)
        // Pings come and go every second. The bus itself would close a dead connection only when
        // all that waits in it was written, which is never.
        .setClusterPingInterval(1_000)
        .setClusterPingReplyInterval(2_000)
        .setReadIdleTimeout(3)
        .setReconnectAttempts(3)
        .setReconnectInterval(200)
        .setTcpNoDelay(true);
  }
}
