package conclave.bench;

import conclave.client.Fingerprint;
import conclave.client.ServerAddress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server for one measurement: a Java of the same kind as this one, with the limits raised that
 * would otherwise be what is measured, and everything else as it comes. Its data is removed with
 * it.
 */
final class OwnServer implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of(
          "server.listen=[::1]:0",
          "status.listen=none",
          "log.level=warn",
          "accounts.login=optional",
          "accounts.grace=none",
          "history.replay-on-join=0",
          "limits.connections=1000000",
          "limits.connections-per-64=1000000",
          "limits.connects-per-minute=10000000",
          "limits.lines-per-second=1000000",
          "limits.burst=1000000",
          "limits.waiting-lines=1000000",
          "limits.send-queue=64MiB");

  private static final Pattern LISTENING = Pattern.compile(" +listening +\\[::1]:(\\d+) \\(TLS\\)");
  private static final Pattern CERTIFICATE = Pattern.compile(" +certificate SHA-256 (\\S+)");
  private static final int LAST_WORDS = 20;
  private static final int ENDING_SECONDS = 20;

  private final Process process;
  private final Path folder;
  private final ServerAddress address;
  private final Fingerprint certificate;

  private OwnServer(Process process, Path folder, ServerAddress address, Fingerprint certificate) {
    this.process = process;
    this.folder = folder;
    this.address = address;
    this.certificate = certificate;
  }

  /**
   * Starts one, and waits until it is ready.
   *
   * @param parent where its folder is made
   */
  static OwnServer start(Path parent) throws IOException {
    Path folder = Files.createTempDirectory(parent, "conclave-bench-").toAbsolutePath();
    // Before the process: whoever ends this one meanwhile shall find nothing left of either.
    Remains remains = new Remains(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(remains::remove, "bench-end"));
    Files.createDirectory(folder.resolve("tmp"));
    ProcessBuilder builder = new ProcessBuilder(command(folder)).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CONCLAVE_"));
    Process process = builder.start();
    remains.process = Optional.of(process);
    return ready(process, folder);
  }

  /** What is there to be ended and removed, from whichever thread. */
  private static final class Remains {
    private final Path folder;
    private volatile Optional<Process> process = Optional.empty();

    Remains(Path folder) {
      this.folder = folder;
    }

    void remove() {
      process.ifPresent(OwnServer::end);
      delete(folder);
    }
  }

  private static List<String> command(Path folder) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> !flag.matches("-agent.*|-javaagent.*|-Xrun.*|-XX:ArchiveClassesAtExit.*"))
        .forEach(command::add);
    // Native libraries are unpacked there, and go with the folder.
    command.add("-Djava.io.tmpdir=" + folder.resolve("tmp"));
    command.addAll(List.of("-cp", classPath(), "conclave.Conclave", "serve"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    SETTINGS.forEach(setting -> command.addAll(List.of("--set", setting)));
    return command;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static OwnServer ready(Process process, Path folder) throws IOException {
    Deque<String> printed = new ArrayDeque<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    int port = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      Matcher certificate = CERTIFICATE.matcher(line);
      if (listening.matches()) {
        port = Integer.parseInt(listening.group(1));
      } else if (certificate.matches()) {
        Thread reader = new Thread(() -> readOn(lines), "bench-server-output");
        reader.setDaemon(true);
        reader.start();
        return new OwnServer(
            process,
            folder,
            new ServerAddress("", "::1", port),
            Fingerprint.parse(certificate.group(1)));
      }
      printed.addLast(line);
      if (printed.size() > LAST_WORDS) {
        printed.removeFirst();
      }
    }
    awaitEnd(process);
    delete(folder);
    throw new IOException(
        "the server does not start, and ends with "
            + process.exitValue()
            + (printed.isEmpty() ? "" : ": " + String.join("\n", printed)));
  }

  /** So that it is never kept waiting by what it says. */
  private static void readOn(BufferedReader lines) {
    try (lines) {
      lines.lines().forEach(line -> {});
    } catch (IOException | UncheckedIOException e) {
      // it is ended, in the middle of a line
    }
  }

  ServerAddress address() {
    return address;
  }

  Fingerprint certificate() {
    return certificate;
  }

  long pid() {
    return process.pid();
  }

  /** Ends it, and removes what it has stored. */
  @Override
  public void close() {
    end(process);
    delete(folder);
  }

  /** Without a farewell to thousands: nothing that it has is kept. */
  private static void end(Process process) {
    process.destroyForcibly();
    awaitEnd(process);
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(ENDING_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      tree.sorted(Comparator.reverseOrder()).forEach(OwnServer::deleteOne);
    } catch (IOException | UncheckedIOException e) {
      // the server is just removing something itself; the rest is seen to at the end
    }
  }

  private static void deleteOne(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
