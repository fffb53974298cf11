package conclave.web;

import conclave.config.StatusConfig.Visibility;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A status server over real TLS on {@code ::1}, and a client that trusts it. */
final class RunningStatus implements AutoCloseable {
  volatile Supplier<Snapshot> snapshots = Snapshots::healthy;

  private final Vertx vertx = Vertx.vertx();
  private final StatusVerticle verticle;
  private final HttpClient client;

  private RunningStatus(
      Visibility visibility, HttpClient.Version version, Map<String, Supplier<Future<Void>>> checks)
      throws Exception {
    TestCertificate certificate = TestCertificate.create();
    verticle =
        new StatusVerticle(
            () -> Snapshots.config("::1", true, visibility),
            Optional.of(certificate.key()),
            new StatusVerticle.Sources(
                () -> snapshots.get(),
                List.of(),
                checks,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
            Snapshots.desk());
    vertx.deployVerticle(verticle).await(10, TimeUnit.SECONDS);
    client = HttpClient.newBuilder().sslContext(certificate.trust()).version(version).build();
  }

  static RunningStatus with(Visibility visibility) throws Exception {
    return new RunningStatus(visibility, HttpClient.Version.HTTP_2, Map.of());
  }

  static RunningStatus overHttp1() throws Exception {
    return new RunningStatus(Visibility.SUMMARY, HttpClient.Version.HTTP_1_1, Map.of());
  }

  static RunningStatus with(Visibility visibility, Map<String, Supplier<Future<Void>>> checks)
      throws Exception {
    return new RunningStatus(visibility, HttpClient.Version.HTTP_2, checks);
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return send("GET", path, headers);
  }

  HttpResponse<String> send(String method, String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://[::1]:" + verticle.port() + path))
            .method(method, BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Listens to the numbers. */
  HttpResponse<InputStream> listen() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("https://[::1]:" + verticle.port() + "/events")).build();
    return client.send(request, BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    try {
      vertx.close().await(10, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      throw new AssertionError("the server does not stop", slow);
    }
  }
}
