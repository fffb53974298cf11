package conclave.web;

import conclave.bus.Addresses;
import conclave.bus.Ranked;
import conclave.bus.Revoked;
import conclave.config.Endpoint;
import conclave.config.StatusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import java.util.List;
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
  private static final long SWEEP_MILLIS = 10_000;

  /**
   * What is measured.
   *
   * @param snapshots how things are now; cheap, asked on any thread
   * @param latencies that a second is over, each is told
   * @param checks what must succeed for the server to be ready, by a name that anybody may read;
   *     asked on this verticle's event loop, each at most once at a time
   * @param registry where the metrics are, besides those that this verticle adds while it runs
   */
  public record Sources(
      Supplier<Snapshot> snapshots,
      List<Latency> latencies,
      Map<String, Supplier<Future<Void>>> checks,
      PrometheusMeterRegistry registry) {
    public Sources {
      latencies = List.copyOf(latencies);
      checks = Map.copyOf(checks);
    }
  }

  private final Supplier<StatusConfig> config;
  private final Optional<KeyCertOptions> certificate;
  private final Sources sources;
  private final Desk desk;
  private final Rates rates = new Rates();
  private final Visits visits;
  private final LiveEvents events;
  private @Nullable SnapshotMeters meters;
  private int connections;
  private volatile int port;
  private volatile @Nullable HttpServer server;

  /**
   * Not started yet.
   *
   * @param config as it is at the time; the address and TLS are those of the start
   * @param certificate with its key; needed where {@code status.tls} is on
   */
  public StatusVerticle(
      Supplier<StatusConfig> config,
      Optional<KeyCertOptions> certificate,
      Sources sources,
      Desk desk) {
    StatusConfig first = config.get();
    if (first.tls() && first.listen().isPresent() && certificate.isEmpty()) {
      throw new IllegalArgumentException("status.tls is on, but there is no certificate");
    }
    this.config = config;
    this.certificate = certificate;
    this.sources = sources;
    this.desk = desk;
    this.visits =
        new Visits(
            StatusVerticle::millis, visit -> desk.accounts().left(visit.peer().connection()));
    this.events = new LiveEvents(visits);
  }

  /** The port that it listens on, once started; 0 where it does not. Callable on any thread. */
  public int port() {
    return port;
  }

  @Override
  public Future<?> start() {
    return config.get().listen().map(this::listen).orElseGet(Future::succeededFuture);
  }

  private Future<HttpServer> listen(Endpoint where) {
    SnapshotMeters bound = new SnapshotMeters(sources.registry(), sources.snapshots());
    meters = bound;
    StatusRoutes routes = routes(bound);
    return heed(vertx.eventBus())
        .compose(
            ready ->
                vertx
                    .createHttpServer(options(where))
                    .connectionHandler(this::admit)
                    .requestHandler(routes.router(vertx))
                    .listen())
        .recover(cause -> Future.failedFuture(cannotListen(where, cause)))
        .map(open -> started(open, routes));
  }

  private StatusRoutes routes(SnapshotMeters bound) {
    Visitors visitors = new Visitors(visits);
    Readiness readiness = new Readiness(vertx, sources.checks());
    String name = sources.snapshots().get().about().server();
    return new StatusRoutes(
        new StatusRoutes.Parts(
            config,
            sources.snapshots(),
            rates,
            events,
            new Insight(desk, StatusVerticle::millis),
            new HealthRoutes(vertx, config, readiness, bound, sources.registry()),
            visitors,
            new LogInRoutes(desk, visits, visitors),
            new ActionRoutes(desk, visitors, name),
            desk));
  }

  /** Whose session ends or whose rank changes is out, or sees less, at once. */
  private Future<Void> heed(EventBus bus) {
    return bus.<Revoked>localConsumer(Addresses.REVOKED, message -> visits.revoked(message.body()))
        .completion()
        .compose(
            ready ->
                bus.<Ranked>localConsumer(
                        Addresses.RANKED, message -> visits.ranked(message.body()))
                    .completion());
  }

  private HttpServerOptions options(Endpoint where) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(where.host())
            .setPort(where.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setHttp2ClearTextEnabled(false);
    return config.get().tls() ? secure(options, certificate.orElseThrow()) : options;
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

  private HttpServer started(HttpServer open, StatusRoutes routes) {
    server = open;
    sample();
    vertx.setPeriodic(
        SAMPLE_MILLIS,
        timer -> {
          sample();
          routes.tell();
        });
    vertx.setPeriodic(SWEEP_MILLIS, timer -> visits.sweep());
    port = open.actualPort();
    return open;
  }

  /** Of a clock that never goes back. */
  private static long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
  }

  private void sample() {
    sources.latencies().forEach(Latency::rotate);
    Snapshot now = sources.snapshots().get();
    rates.sample(millis(), now.talk().messages(), now.talk().deliveries());
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
    return open == null || !config.get().tls()
        ? Future.succeededFuture()
        : open.updateSSLOptions(secure(new HttpServerOptions(), other).getSslOptions());
  }

  @Override
  public Future<?> stop() {
    events.close();
    visits.close();
    SnapshotMeters bound = meters;
    if (bound != null) {
      bound.close();
    }
    return Future.succeededFuture();
  }
}
