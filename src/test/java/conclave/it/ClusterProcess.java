package conclave.it;

import java.nio.file.Path;
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

  private ClusterProcess(String name, Console console) {
    this.name = name;
    this.console = console;
    String listening = console.await("  listening   [*]:* (TLS)");
    String certificate = console.await("  certificate SHA-256 *");
    int port = Integer.parseInt(listening.replaceAll(".*\\]:(\\d+) .*", "$1"));
    this.door = new Door(port, certificate.substring(certificate.lastIndexOf(' ') + 1));
  }

  /**
   * Starts a node that must be ready within {@link Peer#PATIENCE}.
   *
   * @param program the options of the JVM, up to the class or jar that it runs
   * @param sets each {@code section.key=value}, over the usual ones
   */
  static ClusterProcess start(String name, Path data, List<String> program, List<String> sets) {
    List<String> options = new ArrayList<>(List.of("-Xmx192m", "-Xss512k"));
    options.addAll(program);
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
    USUAL.forEach(set -> arguments.addAll(List.of("--set", set)));
    sets.forEach(set -> arguments.addAll(List.of("--set", set)));
    return new ClusterProcess(name, Console.java(Map.of(), options, arguments));
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
