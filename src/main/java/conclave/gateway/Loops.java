package conclave.gateway;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

/** From one event loop to another. */
final class Loops {
  private Loops() {}

  /** What is done on some other loop; who waits goes on where it waited. */
  static Future<Void> back(Future<Void> elsewhere) {
    Context here = Vertx.currentContext();
    if (here == null || elsewhere.isComplete()) {
      return elsewhere;
    }
    Promise<Void> promise = Promise.promise();
    elsewhere.onComplete(done -> here.runOnContext(now -> promise.complete()));
    return promise.future();
  }
}
