package conclave.web;

import conclave.config.StatusConfig;
import conclave.config.StatusConfig.Visibility;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;

/** What machines ask: whether the server lives, whether it is ready, and its metrics. */
final class HealthRoutes {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Supplier<StatusConfig> config;
  private final Readiness readiness;
  private final HealthChecks liveness;
  private final SnapshotMeters meters;
  private final PrometheusMeterRegistry registry;

  HealthRoutes(
      Vertx vertx,
      Supplier<StatusConfig> config,
      Readiness readiness,
      SnapshotMeters meters,
      PrometheusMeterRegistry registry) {
    this.config = config;
    this.readiness = readiness;
    this.liveness = HealthChecks.create(vertx);
    this.meters = meters;
    this.registry = registry;
  }

  void live(RoutingContext context) {
    if (isAllowed(context)) {
      liveness.checkStatus().onComplete(alive -> health(context, alive), context::fail);
    }
  }

  void ready(RoutingContext context) {
    if (isAllowed(context)) {
      readiness.check().onComplete(result -> health(context, result), context::fail);
    }
  }

  private boolean isAllowed(RoutingContext context) {
    boolean isFrom = Access.isFrom(context.request(), config.get().healthFrom());
    if (!isFrom) {
      context.fail(403);
    }
    return isFrom;
  }

  private void health(RoutingContext context, CheckResult result) {
    boolean up = CheckResult.isUp(result);
    JsonObject told =
        config.get().visibility() == Visibility.NONE
            ? new JsonObject().put("status", up ? "UP" : "DOWN")
            : result.toJson();
    Answers.answer(context, up ? 200 : 503, "application/json", told.encode() + "\n");
  }

  void metrics(RoutingContext context) {
    if (!Access.isFrom(context.request(), config.get().metricsFrom())) {
      context.fail(403);
      return;
    }
    context
        .vertx()
        .executeBlocking(
            () -> {
              meters.refresh();
              return registry.scrape();
            },
            false)
        .onComplete(text -> Answers.answer(context, 200, PROMETHEUS, text), context::fail);
  }
}
