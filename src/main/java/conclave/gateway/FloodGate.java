package conclave.gateway;

import conclave.config.LimitsConfig;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a connection's lines pass at the rate that the configuration allows, and makes the others
 * wait. One loop.
 */
final class FloodGate {
  private final Vertx vertx;
  private final Bucket bucket;
  private boolean isWaiting;

  FloodGate(Vertx vertx, LimitsConfig limits) {
    this.vertx = vertx;
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(Math.max(limits.burst(), 1))
                        .refillGreedy(limits.linesPerSecond(), Duration.ofSeconds(1)))
            .build();
  }

  /** May one more line pass? If not, {@code again} is called when it is worth asking again. */
  boolean passes(Runnable again) {
    if (isWaiting) {
      return false;
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      return true;
    }
    isWaiting = true;
    vertx.setTimer(
        TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill()) + 1,
        id -> {
          isWaiting = false;
          again.run();
        });
    return false;
  }
}
