package conclave.gateway;

import conclave.config.Config;
import conclave.config.LimitsConfig;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets a connection's lines pass at the rate that the configuration allows, and makes the others
 * wait. One loop.
 */
final class FloodGate {
  private final Vertx vertx;
  private final Config config;
  private final Bucket bucket;
  private LimitsConfig limits;
  private boolean isWaiting;

  FloodGate(Vertx vertx, Config config) {
    this.vertx = vertx;
    this.config = config;
    this.limits = config.limits();
    this.bucket = Bucket.builder().addLimit(rate(limits)).build();
  }

  private static Bandwidth rate(LimitsConfig limits) {
    return Bandwidth.builder()
        .capacity(limits.burst())
        .refillGreedy(limits.linesPerSecond(), Duration.ofSeconds(1))
        .build();
  }

  /** May one more line pass? If not, {@code again} is called when it is worth asking again. */
  boolean passes(Runnable again) {
    if (isWaiting) {
      return false;
    }
    heedConfig();
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

  /** May one more line wait, beside those that do? */
  boolean holds(int waiting) {
    return waiting < config.limits().waitingLines();
  }

  /** Another configuration holds for the lines from here on; what was used up stays used up. */
  private void heedConfig() {
    LimitsConfig now = config.limits();
    if (now.burst() != limits.burst() || now.linesPerSecond() != limits.linesPerSecond()) {
      bucket.replaceConfiguration(
          BucketConfiguration.builder().addLimit(rate(now)).build(),
          TokensInheritanceStrategy.PROPORTIONALLY);
    }
    limits = now;
  }
}
