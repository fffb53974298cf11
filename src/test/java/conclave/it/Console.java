package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that runs beside the tests: what it prints is read, and lines can be typed into it. */
final class Console implements AutoCloseable {
  /** How long the next line may take, on a machine that has much else to do. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final BlockingQueue<Optional<String>> printed = new LinkedBlockingQueue<>();
  private final List<String> taken = new ArrayList<>();
  private final List<String> all = new CopyOnWriteArrayList<>();

  private Console(Process process) {
    this.process = process;
    Thread reader = new Thread(this::readAll, "console");
    reader.setDaemon(true);
    reader.start();
  }

  static Console run(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("CONCLAVE_"));
    builder.environment().putAll(environment);
    try {
      return new Console(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the packed jar with these arguments. */
  static Console conclave(Map<String, String> environment, String... arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> options = Stream.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar");
    return run(
        Stream.of(Stream.of(java), options, Stream.of(jar().toString()), Stream.of(arguments))
            .flatMap(words -> words)
            .toList(),
        environment);
  }

  /** The packed jar. */
  static Path jar() {
    return Path.of(System.getProperty("conclave.jar", "target/conclave.jar"));
  }

  private void readAll() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        all.add(line);
        printed.add(Optional.of(line));
      }
    } catch (IOException e) {
      printed.add(Optional.of("cannot be read: " + e));
    }
    printed.add(Optional.empty());
  }

  private Optional<String> next() {
    try {
      Optional<String> line = printed.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        return fail("nothing was printed within " + PATIENCE + ", after:\n" + text());
      }
      line.ifPresent(taken::add);
      return line;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Passes over lines up to this one; {@code *} stands for anything. */
  String await(String pattern) {
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      if (Peer.matches(pattern, line.get())) {
        return line.get();
      }
    }
    return fail("ended before: " + pattern + "\nafter:\n" + text());
  }

  /** Types a line. */
  Console type(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Types the end of the input. */
  void typeEnd() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks it to end, as an operator's or a service manager's signal does. */
  void terminate() {
    process.toHandle().destroy(); // unlike the process itself, it leaves the streams open
  }

  /** Sends it a signal, such as {@code HUP}. */
  void signal(String name) {
    try (Console kill = run(List.of("kill", "-s", name, Long.toString(process.pid())), Map.of())) {
      assertThat(kill.exitCode()).isZero();
    }
  }

  long pid() {
    return process.pid();
  }

  /** The processor time that it has had. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.toHandle().destroyForcibly();
    exitCode();
  }

  /** The exit code, once it has ended; all that it printed is there by then. */
  int exitCode() {
    try {
      boolean hasEnded = process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(hasEnded).as("it goes on, after:\n%s", text()).isTrue();
      for (Optional<String> line = next(); line.isPresent(); line = next()) {
        assertThat(line).isPresent();
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that it has printed so far, whether that was read or not. */
  List<String> printed() {
    return List.copyOf(all);
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /** The lines read so far. */
  List<String> lines() {
    return List.copyOf(taken);
  }

  /** All that it has printed. */
  String text() {
    return String.join("\n", taken);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
