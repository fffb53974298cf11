package conclave.cluster;

import io.vertx.core.Handler;
import io.vertx.core.Promise;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody has caught is logged, as Vert.x does by itself; but not that the bus reports each
 * message twice which a broken connection has lost: that may be thousands, and who sent them has
 * been told.
 */
final class Uncaught implements Handler<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(Uncaught.class);

  @Override
  public void handle(Throwable failure) {
    if (isSaidTwice(failure)) {
      LOG.debug("a message was lost with its connection", failure);
    } else {
      LOG.error("Unhandled exception", failure);
    }
  }

  static boolean isSaidTwice(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure instanceof IllegalStateException
        && trace.length > 0
        && trace[0].getClassName().equals(Promise.class.getName());
  }
}
