package conclave.web;

import conclave.config.Endpoint;
import conclave.config.StatusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves the status page, health and metrics on {@code status.listen}; does nothing where that is
 * {@code none}. One instance is enough.
 */
public final class StatusVerticle extends VerticleBase {
  /** Open connections from other machines; this one always gets in. */
  static final int MAX_CONNECTIONS = 200;

  private static final int IDLE_SECONDS = 30;
  private static final long SAMPLE_MILLIS = 1000;

  private final StatusConfig config;
  private final Optional<KeyCertOptions> certificate;
  private final Supplier<Snapshot> snapshots;
  private final Map<String, Supplier<Future<Void>>> checks;
  private final PrometheusMeterRegistry registry;
  private final Rates rates = new Rates();
  private @Nullable SnapshotMeters meters;
  private int connections;
  private volatile int port;
  private volatile @Nullable HttpServer server;

  /**
   * Not started yet.
   *
   * @param certificate with its key; needed where {@code status.tls} is on
   * @param snapshots how things are now; cheap, asked on any thread
   * @param checks what must succeed for the server to be ready, by a name that anybody may read;
   *     asked on this verticle's event loop, each at most once at a time
   * @param registry where the metrics are, besides those that this verticle adds while it runs
   */
  public StatusVerticle(
      StatusConfig config,
      Optional<KeyCertOptions> certificate,
      Supplier<Snapshot> snapshots,
      Map<String, Supplier<Future<Void>>> checks,
      PrometheusMeterRegistry registry) {
    if (config.tls() && config.listen().isPresent() && certificate.isEmpty()) {
      throw new IllegalArgumentException("status.tls is on, but there is no certificate");
    }
    this.config = config;
    this.certificate = certificate;
    this.snapshots = snapshots;
    this.checks = Map.copyOf(checks);
    this.registry = registry;
  }

  /** The port that it listens on, once started; 0 where it does not. Callable on any thread. */
  public int port() {
    return port;
  }

  @Override
  public Future<?> start() {
    return config.listen().map(this::listen).orElseGet(Future::succeededFuture);
  }

  private Future<HttpServer> listen(Endpoint where) {
    StatusRoutes routes =
        new StatusRoutes(
            vertx,
            config.visibility(),
            snapshots,
            rates::perSecond,
            new Readiness(vertx, checks),
            registry);
    return vertx
        .createHttpServer(options(where))
        .connectionHandler(this::admit)
        .requestHandler(routes.router(vertx))
        .listen()
        .recover(cause -> Future.failedFuture(cannotListen(where, cause)))
        .map(this::started);
  }

  private HttpServerOptions options(Endpoint where) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(where.host())
            .setPort(where.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setHttp2ClearTextEnabled(false);
    return config.tls() ? secure(options, certificate.orElseThrow()) : options;
  }

  private static HttpServerOptions secure(HttpServerOptions options, KeyCertOptions certificate) {
    return options
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(certificate)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"));
  }

  private static IllegalStateException cannotListen(Endpoint where, Throwable cause) {
    return new IllegalStateException(
        "status.listen: cannot listen on " + where + ": " + cause.getMessage(), cause);
  }

  private HttpServer started(HttpServer open) {
    server = open;
    sample();
    meters = new SnapshotMeters(registry, snapshots);
    vertx.setPeriodic(SAMPLE_MILLIS, timer -> sample());
    port = open.actualPort();
    return open;
  }

  private void sample() {
    Snapshot now = snapshots.get();
    rates.sample(
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), now.messages(), now.deliveries());
  }

  private void admit(HttpConnection connection) {
    if (Peers.isLoopback(connection.remoteAddress())) {
      return;
    }
    connections++;
    connection.closeHandler(closed -> connections--);
    if (connections > MAX_CONNECTIONS) {
      connection.close();
    }
  }

  /** Shows another certificate from the next handshake on. Any thread. */
  public Future<?> show(KeyCertOptions other) {
    HttpServer open = server;
    return open == null || !config.tls()
        ? Future.succeededFuture()
        : open.updateSSLOptions(secure(new HttpServerOptions(), other).getSslOptions());
  }

  @Override
  public Future<?> stop() {
    SnapshotMeters bound = meters;
    if (bound != null) {
      bound.close();
    }
    return Future.succeededFuture();
  }
}
