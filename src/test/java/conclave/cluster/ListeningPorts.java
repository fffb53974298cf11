package conclave.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Linux knows of the ports that a process has open. */
public final class ListeningPorts {
  private static final String LISTENING = "0A";
  private static final String UNCONNECTED = "07";

  private ListeningPorts() {}

  /** Those for TCP on which this process listens. */
  static Set<Integer> ofThisProcess() throws IOException {
    return tcp("self");
  }

  /** Those for TCP on which it listens. */
  public static Set<Integer> tcp(String process) throws IOException {
    return ports(process, List.of("tcp", "tcp6"), LISTENING);
  }

  /** Those for UDP, all of which anybody may send to. */
  public static Set<Integer> udp(String process) throws IOException {
    return ports(process, List.of("udp", "udp6"), UNCONNECTED);
  }

  private static Set<Integer> ports(String process, List<String> tables, String state)
      throws IOException {
    Path proc = Path.of("/proc", process);
    Set<String> inodes = new HashSet<>();
    try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
      for (Path file : files.toList()) {
        try {
          String target = Files.readSymbolicLink(file).toString();
          if (target.startsWith("socket:[")) {
            inodes.add(target.substring("socket:[".length(), target.length() - 1));
          }
        } catch (NoSuchFileException e) {
          // closed meanwhile
        }
      }
    }
    Set<Integer> ports = new TreeSet<>();
    for (String table : tables) {
      for (String line : Files.readAllLines(proc.resolve("net").resolve(table))) {
        String[] columns = line.strip().split(" +");
        if (columns.length > 9 && columns[3].equals(state) && inodes.contains(columns[9])) {
          ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
        }
      }
    }
    return ports;
  }
}
