package conclave.cluster;

import conclave.bus.BusCodec;
import conclave.config.ClusterConfig;
import conclave.config.Endpoint;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** TestNodes of one test, on this machine's loopback address, and the files of their keys. */
final class TestNodes implements AutoCloseable {
  private final Path folder;
  private final Authority other;
  private final List<Joined> running = new ArrayList<>();

  TestNodes(Path folder) {
    this.folder = folder;
    Authority authority = new Authority(folder, "ca");
    List.of("a", "b", "c").forEach(authority::issue);
    other = new Authority(folder, "other");
  }

  /** A configuration with three free ports, whose peers are these and itself. */
  ClusterConfig config(String name, ClusterConfig... peers) {
    Endpoint listen = new Endpoint("::1", FreePorts.row(3));
    List<Endpoint> all = new ArrayList<>(List.of(listen));
    for (ClusterConfig peer : peers) {
      all.add(peer.listen());
    }
    return new ClusterConfig(
        true,
        name,
        listen,
        all,
        Optional.empty(),
        Optional.of(folder.resolve(name + ".pem")),
        Optional.of(folder.resolve(name + ".key")),
        Optional.of(folder.resolve("ca.pem")));
  }

  /** One that no node believes. */
  Authority other() {
    return other;
  }

  /** A port of this machine's loopback address. */
  static InetSocketAddress at(int port) throws IOException {
    return new InetSocketAddress(OwnAddress.of(new Endpoint("::1", port)), port);
  }

  Joined start(ClusterConfig config) {
    VertxOptions options =
        new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true);
    Joined joined = await(Joining.start(config, "alone", options));
    BusCodec.register(joined.vertx().eventBus());
    running.add(joined);
    return joined;
  }

  static <T> T await(io.vertx.core.Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  void stop(Joined node) {
    running.remove(node);
    await(node.vertx().close());
  }

  @Override
  public void close() {
    List.copyOf(running).forEach(this::stop);
  }
}
