package conclave.it;

import io.netty.util.NetUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One of several servers that are one network, as a process of its own. */
final class ClusterProcess implements AutoCloseable {
  private static final List<String> USUAL =
      List.of(
          "cluster.enabled=true",
          "status.listen=none",
          "accounts.registration=open",
          "accounts.pbkdf2-iterations=10000",
          "accounts.grace=none",
          "history.replay-on-join=0",
          "history.page-size=1000",
          "limits.log-in-failures=1000",
          "limits.connections-per-64=1000",
          "limits.connects-per-minute=1000000",
          "limits.lines-per-second=100000",
          "limits.burst=100000");

  private static final String VIEW = "the nodes are now [";

  private final String name;
  private final Console console;
  private final Door door;

  /**
   * A node that must be ready within {@link Peer#PATIENCE}.
   *
   * @param host where clients find it
   */
  ClusterProcess(String name, String host, Console console) {
    this.name = name;
    this.console = console;
    String listening = console.await("  listening   [*]:* (TLS)");
    String certificate = console.await("  certificate SHA-256 *");
    int port = Integer.parseInt(listening.replaceAll(".*\\]:(\\d+) .*", "$1"));
    String fingerprint = certificate.substring(certificate.lastIndexOf(' ') + 1);
    this.door = new Door(NetUtil.createInetAddressFromIpAddressString(host), port, fingerprint);
  }

  /**
   * Runs a node.
   *
   * @param sets each {@code section.key=value}, over the usual ones
   */
  static Console run(List<String> command, Map<String, String> environment, List<String> sets) {
    List<String> all = new ArrayList<>(command);
    USUAL.forEach(set -> all.addAll(List.of("--set", set)));
    sets.forEach(set -> all.addAll(List.of("--set", set)));
    return Console.run(all, environment);
  }

  String name() {
    return name;
  }

  Door door() {
    return door;
  }

  Console console() {
    return console;
  }

  /** The nodes that it is one of, as it has said last. */
  Set<String> view() {
    Set<String> nodes = new HashSet<>();
    for (String line : console.printed()) {
      int at = line.indexOf(VIEW);
      if (at >= 0) {
        int end = line.indexOf(']', at);
        nodes = Set.of(line.substring(at + VIEW.length(), end).split(", "));
      }
    }
    return nodes;
  }

  @Override
  public void close() {
    console.close();
  }
}
