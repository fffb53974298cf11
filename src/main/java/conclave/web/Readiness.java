package conclave.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Can the server do its work? Asks the named checks; one that takes longer than a second has
 * failed. However many ask at once, each check runs once at a time. Confined to one event loop.
 */
final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final HealthChecks checks;
  private final Set<String> failing = new HashSet<>();
  private @Nullable Future<CheckResult> running;

  Readiness(Vertx vertx, Map<String, Supplier<Future<Void>>> named) {
    checks = HealthChecks.create(vertx);
    named.forEach((name, check) -> checks.register(name, told -> ask(name, check, told)));
  }

  Future<CheckResult> check() {
    Future<CheckResult> current = running;
    if (current != null) {
      return current;
    }
    Future<CheckResult> started = checks.checkStatus();
    running = started;
    return started.onComplete(done -> running = null);
  }

  /** Why a check failed is for the log: the text may name hosts, and anybody may ask. */
  private void ask(String name, Supplier<Future<Void>> check, Promise<Status> told) {
    Future.succeededFuture()
        .compose(go -> check.get())
        .onComplete(
            well -> {
              if (failing.remove(name)) {
                LOG.info("readiness check {} succeeds again", name);
              }
              told.tryComplete(Status.OK());
            },
            failure -> {
              if (failing.add(name)) {
                LOG.warn("readiness check {} failed: {}", name, failure.toString());
              }
              told.tryComplete(Status.KO());
            });
  }
}
