package conclave.web;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.concurrent.TimeUnit;

/** Measures how late its event loop is: one for each loop. */
public final class LagVerticle extends VerticleBase {
  private static final long EVERY_MILLIS = 100;
  private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);

  private final Latency lag;
  private long due;

  public LagVerticle(Latency lag) {
    this.lag = lag;
  }

  @Override
  public Future<?> start() {
    next();
    return Future.succeededFuture();
  }

  private void next() {
    due = System.nanoTime() + EVERY_NANOS;
    vertx.setTimer(EVERY_MILLIS, id -> ring());
  }

  private void ring() {
    lag.record(Math.max(0, System.nanoTime() - due));
    next();
  }
}
