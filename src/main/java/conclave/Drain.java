package conclave;

import conclave.command.Reply;
import conclave.command.ServerAnswer.Draining;
import conclave.command.ServerAnswer.EndsSoon;
import conclave.gateway.ListenerVerticle;
import conclave.handler.Drains;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way in which a server ends: it is not ready any more, then its ports are closed and its
 * connections ended, all at once and within a bound. Any thread.
 */
final class Drain implements Drains {
  private static final Logger LOG = LoggerFactory.getLogger(Drain.class);

  private final Vertx vertx;
  private final Openness openness;
  private final List<ListenerVerticle> listeners;
  private final Promise<Void> asked = Promise.promise();
  private long timer = -1;

  Drain(Vertx vertx, Openness openness, List<ListenerVerticle> listeners) {
    this.vertx = vertx;
    this.openness = openness;
    this.listeners = listeners;
  }

  /** Done when somebody has asked for the end, and it is time for it. */
  Future<Void> asked() {
    return asked.future();
  }

  @Override
  public synchronized Draining drain(int seconds, String by) {
    LOG.info("the server is to end in {} s ({})", seconds, by);
    openness.close();
    vertx.cancelTimer(timer);
    if (seconds == 0) {
      // Later than the answer, which is written by the end of this turn of the loop.
      timer = vertx.setTimer(1, id -> asked.tryComplete());
    } else {
      Reply soon = new Reply.OfServer(new EndsSoon(seconds));
      listeners.forEach(listener -> listener.tell(soon));
      timer = vertx.setTimer(TimeUnit.SECONDS.toMillis(seconds), id -> asked.tryComplete());
    }
    return new Draining(ProcessHandle.current().pid(), seconds);
  }

  /** Ends all connections; done when they are over, or have had their time. */
  Future<Void> now() {
    openness.close();
    return Future.join(listeners.stream().map(ListenerVerticle::drain).toList()).mapEmpty();
  }
}
