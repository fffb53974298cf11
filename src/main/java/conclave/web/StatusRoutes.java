package conclave.web;

import conclave.config.StatusConfig.Visibility;
import conclave.web.Rates.PerSecond;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which path gives what, and the headers that every answer has. */
final class StatusRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(StatusRoutes.class);
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";
  private static final String STYLE = resource("status.css");

  private final Visibility visibility;
  private final Supplier<Snapshot> snapshots;
  private final Supplier<PerSecond> rates;
  private final PrometheusMeterRegistry registry;
  private final HealthChecks liveness;
  private final Readiness readiness;

  StatusRoutes(
      Vertx vertx,
      Visibility visibility,
      Supplier<Snapshot> snapshots,
      Supplier<PerSecond> rates,
      Readiness readiness,
      PrometheusMeterRegistry registry) {
    this.visibility = visibility;
    this.snapshots = snapshots;
    this.rates = rates;
    this.readiness = readiness;
    this.registry = registry;
    this.liveness = HealthChecks.create(vertx);
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(this::guard);
    get(router, "/").handler(this::page);
    get(router, "/status.css").handler(this::style);
    get(router, "/health/live").handler(this::live);
    get(router, "/health/ready").handler(this::ready);
    get(router, "/metrics").handler(this::metrics);
    List.of(400, 403, 404, 405, 414, 500)
        .forEach(status -> router.errorHandler(status, failed -> refuse(failed, status)));
    return router;
  }

  private static Route get(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void guard(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) {
      context.next();
    } else {
      context.response().putHeader("Allow", "GET, HEAD");
      context.fail(405);
    }
  }

  private void page(RoutingContext context) {
    boolean refreshing = !"off".equals(context.request().getParam("refresh"));
    String page =
        new StatusPage(visibility, refreshing).render(snapshots.get(), rates.get(), Instant.now());
    answer(context, 200, "text/html; charset=utf-8", page);
  }

  private void style(RoutingContext context) {
    answer(context, 200, "text/css; charset=utf-8", STYLE);
  }

  private void live(RoutingContext context) {
    liveness.checkStatus().onComplete(alive -> health(context, alive), context::fail);
  }

  private void ready(RoutingContext context) {
    readiness.check().onComplete(result -> health(context, result), context::fail);
  }

  private void health(RoutingContext context, CheckResult result) {
    boolean up = CheckResult.isUp(result);
    JsonObject told =
        switch (visibility) {
          case NONE -> new JsonObject().put("status", up ? "UP" : "DOWN");
          case SUMMARY -> result.toJson();
        };
    answer(context, up ? 200 : 503, "application/json", told.encode() + "\n");
  }

  private void metrics(RoutingContext context) {
    if (!Peers.isLocal(context.request())) {
      context.fail(403);
      return;
    }
    context
        .vertx()
        .executeBlocking(registry::scrape, false)
        .onComplete(
            text -> answer(context, 200, "text/plain; version=0.0.4; charset=utf-8", text),
            context::fail);
  }

  private static void refuse(RoutingContext context, int status) {
    if (status == 500) {
      LOG.error("a request to the status page failed", context.failure());
    }
    String why =
        switch (status) {
          case 403 -> "Only this machine may read that.";
          case 404 -> "There is nothing here.";
          case 405 -> "Only GET and HEAD work here.";
          case 500 -> "That went wrong on the server; its log tells more.";
          default -> "That is not a request this server understands.";
        };
    answer(context, status, "text/plain; charset=utf-8", why + "\n");
  }

  private static void answer(RoutingContext context, int status, String type, String body) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.closed()) {
      return;
    }
    Buffer bytes = Buffer.buffer(body);
    response
        .setStatusCode(status)
        .putHeader("Content-Type", type)
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Length", Integer.toString(bytes.length()));
    // over HTTP/2, Vert.x would send the body to HEAD too
    if (context.request().method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(bytes);
    }
  }

  private static String resource(String name) {
    try (InputStream in = StatusRoutes.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
