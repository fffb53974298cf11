package conclave.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packed server as a process of its own. */
final class ServerProcess implements AutoCloseable {
  private static final List<String> USUAL =
      List.of(
          "server.listen=[::1]:0",
          "status.listen=none",
          "accounts.registration=open",
          "accounts.pbkdf2-iterations=10000",
          "accounts.grace=none",
          "limits.connections-per-64=1000",
          "limits.connects-per-minute=1000000",
          "limits.lines-per-second=100000",
          "limits.burst=100000");

  private final Console console;
  private final Door door;
  private final Optional<String> statusPage;

  private ServerProcess(Console console) {
    this.console = console;
    String listening = console.await("  listening   [::1]:* (TLS)");
    String certificate = console.await("  certificate SHA-256 *");
    this.statusPage =
        console
            .text()
            .lines()
            .filter(line -> line.startsWith("  status "))
            .map(line -> line.replaceAll("^  status +|/$", ""))
            .findFirst();
    int port = Integer.parseInt(listening.replaceAll(".*\\]:(\\d+) .*", "$1"));
    this.door = new Door(port, certificate.substring(certificate.lastIndexOf(' ') + 1));
  }

  /** Starts a server that must be ready within {@link Peer#PATIENCE}. */
  static ServerProcess start(Path data, String... sets) {
    return new ServerProcess(begin(data, sets));
  }

  /** Starts a server that may fail to. */
  static Console begin(Path data, String... sets) {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
    USUAL.forEach(set -> arguments.addAll(List.of("--set", set)));
    List.of(sets).forEach(set -> arguments.addAll(List.of("--set", set)));
    return Console.conclave(Map.of(), arguments.toArray(String[]::new));
  }

  /** Starts one with a file that can be changed and read again. */
  static ServerProcess configured(Path data, Path file) {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", data.toString()));
    arguments.addAll(List.of("--config", file.toString()));
    USUAL.forEach(set -> arguments.addAll(List.of("--set", set)));
    return new ServerProcess(Console.conclave(Map.of(), arguments.toArray(String[]::new)));
  }

  Door door() {
    return door;
  }

  /** The status page, where it was switched on. */
  Optional<String> statusPage() {
    return statusPage;
  }

  Console console() {
    return console;
  }

  @Override
  public void close() {
    console.close();
  }
}
