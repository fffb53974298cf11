package conclave.web;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.healthchecks.CheckResult;
import io.vertx.ext.healthchecks.HealthChecks;
import io.vertx.ext.healthchecks.Status;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Can the server do its work? Asks the named checks; one that takes longer than a second has
 * failed. However many ask, each check runs once at a time: one that hangs is not asked again until
 * it ends. Asked on one event loop; the checks may end on any thread.
 */
final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final HealthChecks checks;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private volatile @Nullable Future<CheckResult> running;

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

  private void ask(String name, Supplier<Future<Void>> check, Promise<Status> told) {
    if (!asked.add(name)) {
      told.complete(failed(name, "it has not answered yet"));
      return;
    }
    Future.succeededFuture()
        .compose(go -> check.get())
        .onComplete(done -> asked.remove(name))
        .onComplete(
            well -> told.tryComplete(succeeded(name)),
            failure -> told.tryComplete(failed(name, failure.toString())));
  }

  private Status succeeded(String name) {
    if (failing.remove(name)) {
      LOG.info("readiness check {} succeeds again", name);
    }
    return Status.OK();
  }

  /** Why is for the log alone: the text may name hosts, and anybody may ask for the status. */
  private Status failed(String name, String why) {
    if (failing.add(name)) {
      LOG.warn("readiness check {} failed: {}", name, why);
    }
    return Status.KO();
  }
}
