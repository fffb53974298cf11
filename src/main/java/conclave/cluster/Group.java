package conclave.cluster;

import conclave.config.ClusterConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.ShutdownHookBehavior;
import org.infinispan.configuration.parsing.ConfigurationBuilderHolder;
import org.infinispan.conflict.MergePolicy;
import org.infinispan.lock.configuration.ClusteredLockManagerConfigurationBuilder;
import org.infinispan.lock.configuration.Reliability;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.partitionhandling.PartitionHandling;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_SOCK;
import org.jgroups.protocols.TP;

/**
 * The nodes that are there: Infinispan's maps over a channel of JGroups. Nothing of it is kept on
 * disk.
 */
final class Group {
  private static final String NAME = "conclave";
  private static final String STACK = "/conclave/cluster/jgroups.xml";

  /** What the cluster manager of Vert.x keeps on every node. */
  private static final List<String> REPLICATED =
      List.of("__vertx.subs", "__vertx.haInfo", "__vertx.nodeInfo");

  /**
   * Longer than the group needs to find out who has died, and no longer: who was put out of the
   * group unawares waits so long for each thing that it asks of the others.
   */
  private static final int ANSWER_SECONDS = 6;

  private static final String MAPS = "__vertx.distributed.cache.configuration";

  private Group() {}

  /** Joins the others. Blocks until that is done, or until it is clear that nobody is there. */
  static DefaultCacheManager join(ClusterConfig config, InetAddress at, SSLContext tls)
      throws IOException {
    ConfigurationBuilderHolder holder = new ConfigurationBuilderHolder();
    GlobalConfigurationBuilder global = holder.getGlobalConfigurationBuilder();
    global
        .transport()
        .clusterName(NAME)
        .nodeName(config.node())
        .transport(new JGroupsTransport(channel(config, at, tls)));
    global.jmx().disable();
    global.metrics().gauges(false).histograms(false);
    global.shutdown().hookBehavior(ShutdownHookBehavior.DONT_REGISTER);
    global.defaultCacheName("distributed-cache");
    // The death of a node must not make every lock fail.
    global
        .addModule(ClusteredLockManagerConfigurationBuilder.class)
        .numOwner(-1)
        .reliability(Reliability.AVAILABLE);
    cache(holder, "distributed-cache", CacheMode.DIST_SYNC);
    cache(holder, MAPS, CacheMode.DIST_SYNC);
    REPLICATED.forEach(name -> cache(holder, name, CacheMode.REPL_SYNC));
    return new DefaultCacheManager(holder, true);
  }

  /**
   * After a split, what either side knows of its nodes holds: else the smaller one stays
   * unreachable.
   */
  private static void cache(ConfigurationBuilderHolder holder, String name, CacheMode mode) {
    ConfigurationBuilder builder = holder.newConfigurationBuilder(name);
    builder
        .clustering()
        .cacheMode(mode)
        .remoteTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
        .partitionHandling()
        .whenSplit(PartitionHandling.ALLOW_READ_WRITES)
        .mergePolicy(MergePolicy.PREFERRED_NON_NULL);
  }

  private static JChannel channel(ClusterConfig config, InetAddress at, SSLContext tls)
      throws IOException {
    try (InputStream stack = Group.class.getResourceAsStream(STACK)) {
      JChannel channel = new JChannel(Objects.requireNonNull(stack));
      TP transport = channel.getProtocolStack().getTransport();
      transport.setBindAddress(at);
      transport.setBindPort(config.listen().port());
      transport.setSocketFactory(new Doors(tls));
      channel
          .getProtocolStack()
          .<FD_SOCK>findProtocol(FD_SOCK.class)
          .setBindAddress(at)
          .setStartPort(config.pulseListen().port());
      channel
          .getProtocolStack()
          .<PeerLookup>findProtocol(PeerLookup.class)
          .setPeers(config.peers());
      return channel;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) { // JGroups declares nothing narrower
      throw new IOException("cluster.listen: " + e.getMessage(), e);
    }
  }
}
