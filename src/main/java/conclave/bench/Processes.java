package conclave.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the server's processes, this one and the whole machine have used so far. What a system does
 * not tell is left out.
 */
final class Processes {
  private static final long NANOS_PER_TICK = TimeUnit.MILLISECONDS.toNanos(10);

  /** In a line of /proc/stat, what is not time at work: idle, and waiting for a disk. */
  private static final List<Integer> IDLE = List.of(3, 4);

  /** The columns behind these count guests again. */
  private static final int COLUMNS = 8;

  private final List<ProcessHandle> servers;
  private final Path proc;

  /**
   * These processes.
   *
   * @param pids of the server; none where they are not known
   * @param proc where the system tells of processes
   * @throws IOException if one of them does not run
   */
  Processes(List<Long> pids, Path proc) throws IOException {
    List<ProcessHandle> handles = new ArrayList<>();
    for (long pid : pids) {
      handles.add(
          ProcessHandle.of(pid).orElseThrow(() -> new IOException("no process " + pid + " runs")));
    }
    this.servers = List.copyOf(handles);
    this.proc = proc;
  }

  /** Up to now. */
  Sample sample() {
    return new Sample(
        System.nanoTime(),
        sum(servers.stream().map(Processes::cpu).toList()),
        sum(servers.stream().map(this::resident).toList()),
        cpu(ProcessHandle.current()),
        machine());
  }

  private static OptionalLong sum(List<OptionalLong> all) {
    return all.isEmpty() || all.stream().anyMatch(OptionalLong::isEmpty)
        ? OptionalLong.empty()
        : OptionalLong.of(all.stream().mapToLong(OptionalLong::getAsLong).sum());
  }

  private static OptionalLong cpu(ProcessHandle process) {
    return process
        .info()
        .totalCpuDuration()
        .map(time -> OptionalLong.of(time.toNanos()))
        .orElse(OptionalLong.empty());
  }

  private OptionalLong resident(ProcessHandle process) {
    return lines(proc.resolve(Long.toString(process.pid())).resolve("status"))
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst();
  }

  private OptionalLong machine() {
    return lines(proc.resolve("stat"))
        .filter(line -> line.startsWith("cpu "))
        .mapToLong(Processes::busy)
        .findFirst();
  }

  private static long busy(String line) {
    long[] columns =
        Arrays.stream(line.substring("cpu ".length()).trim().split(" +"))
            .mapToLong(Long::parseLong)
            .toArray();
    long ticks = 0;
    for (int i = 0; i < Math.min(COLUMNS, columns.length); i++) {
      ticks += IDLE.contains(i) ? 0 : columns[i];
    }
    return ticks * NANOS_PER_TICK;
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty(); // not on this system, or the process has ended
    }
  }
}
