package conclave.cluster;

import conclave.config.ClusterConfig;
import conclave.config.Endpoint;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A node in a process of its own, which can be killed. */
public final class NodeProcess {
  private NodeProcess() {}

  /** Runs until it is killed: folder, name, and ports, its own first. */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    String name = args[1];
    List<Endpoint> all = new ArrayList<>();
    for (String port : List.of(args).subList(2, args.length)) {
      all.add(new Endpoint("::1", Integer.parseInt(port)));
    }
    ClusterConfig config =
        new ClusterConfig(
            true,
            name,
            all.get(0),
            all,
            Optional.empty(),
            Optional.of(folder.resolve(name + ".pem")),
            Optional.of(folder.resolve(name + ".key")),
            Optional.of(folder.resolve("ca.pem")));
    Joined joined = TestNodes.await(Joining.start(config, "alone", new VertxOptions()));
    joined.vertx().eventBus().<String>consumer("echo", m -> m.reply(m.body()));
  }

  static Process start(Path folder, ClusterConfig config) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                NodeProcess.class.getName(),
                folder.toString(),
                config.node()));
    config.peers().forEach(peer -> command.add(Integer.toString(peer.port())));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(config.node() + ".log").toFile())
        .start();
  }

  /** The same at another address. */
  static ClusterConfig at(ClusterConfig node, Endpoint listen) {
    return new ClusterConfig(
        true,
        node.node(),
        listen,
        node.peers(),
        Optional.empty(),
        node.certificate(),
        node.key(),
        node.ca());
  }
}
