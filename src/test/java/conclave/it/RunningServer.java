package conclave.it;

import conclave.Premises;
import conclave.Server;
import conclave.cli.Logging;
import conclave.config.Config;
import conclave.config.ConfigSources;
import conclave.config.LoadResult;
import conclave.config.LogConfig;
import conclave.gateway.GatewayFigures;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server in this JVM, on a port of its own, with limits that no well-behaved test reaches. */
final class RunningServer implements AutoCloseable {
  private static final List<String> USUAL =
      List.of(
          "server.listen=[::1]:0",
          "status.listen=none",
          "accounts.registration=open",
          "accounts.pbkdf2-iterations=10000",
          "accounts.grace=none",
          "limits.log-in-failures=1000",
          "limits.connections-per-64=5000",
          "limits.connects-per-minute=1000000",
          "limits.lines-per-second=100000",
          "limits.burst=100000");

  static {
    Logging.configure(LogConfig.Level.WARN, LogConfig.Format.TEXT);
  }

  private final Server server;

  private RunningServer(Server server) {
    this.server = server;
  }

  /**
   * Starts a server.
   *
   * @param sets each {@code section.key=value}, over the usual ones
   */
  static RunningServer start(Path data, String... sets) {
    return start(data, Optional.empty(), sets);
  }

  /** The same, with a file that can be changed and read again. */
  static RunningServer configured(Path data, Path file, String... sets) {
    return start(data, Optional.of(file), sets);
  }

  private static RunningServer start(Path data, Optional<Path> file, String... sets) {
    List<String> all = new ArrayList<>(USUAL);
    all.addAll(List.of(sets));
    ConfigSources sources = new ConfigSources(file, Map.of(), all);
    LoadResult loaded = sources.load();
    Config config =
        loaded.config().orElseThrow(() -> new AssertionError(loaded.mistakes().toString()));
    try {
      Premises premises = Premises.open(config, data);
      return new RunningServer(await(Server.start(config, premises, sources)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(Peer.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  Door door() {
    return new Door(server.port(), server.fingerprint());
  }

  /** The way in at another of the addresses. */
  Door door(int index) {
    return new Door(server.port(index), server.fingerprint());
  }

  /** Where the status page is, where it was switched on. */
  String statusPage() {
    return "https://[::1]:" + server.statusPort();
  }

  /** Has an operator asked that the server end? */
  boolean isDrained() {
    return server.endAsked().isComplete();
  }

  /** How many connections there are that have said something. */
  long connections() {
    return server.figures().connections("irc") + server.figures().connections("plain");
  }

  /** How many connections were closed for what they said of where they come from. */
  long badProxyHeaders() {
    return server.figures().badProxyHeaders();
  }

  /** How many connections were closed for a WEBIRC that was not to be believed. */
  long gatewaysRefused() {
    return server.figures().gatewaysRefused();
  }

  /** How many connections were dropped because they read too slowly. */
  long slowReaders() {
    return server.figures().slowReaders();
  }

  /** How often a connection read more slowly than a room or a conversation went on. */
  long fellBehind() {
    return server.figures().fellBehind();
  }

  /** How many connections read more slowly than is talked, now. */
  long slow() {
    return server.figures().behind();
  }

  /** Open connections by what carries them. */
  Map<GatewayFigures.Link, Long> links() {
    return server.figures().links();
  }

  String fingerprint() {
    return server.fingerprint();
  }

  /** The code for the first account of an empty server. */
  Optional<String> firstCode() {
    return server.firstCode();
  }

  /** The port of the status page, where there is one. */
  int statusPort() {
    return server.statusPort();
  }

  /** Begins to close the server; done when all is let go. */
  Future<Void> closing() {
    return server.close();
  }

  /** Closes the server, and waits until all is let go. */
  @Override
  public void close() {
    await(server.close());
  }
}
