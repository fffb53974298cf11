package conclave;

import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The parts that run: started one after the other, ended in reverse. */
final class Deployments {
  private final Vertx vertx;
  private final Deque<String> deployed = new ArrayDeque<>();

  Deployments(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Starts all of them; where one fails, those before it are ended. */
  Future<Void> start(List<Deployable> parts) {
    Future<Void> done = Future.succeededFuture();
    for (Deployable part : parts) {
      done =
          done.compose(before -> vertx.deployVerticle(part)).onSuccess(deployed::push).mapEmpty();
    }
    return done.recover(failure -> end().transform(gone -> Future.failedFuture(failure)));
  }

  /** Ends all of them. */
  Future<Void> end() {
    Future<Void> done = Future.succeededFuture();
    while (!deployed.isEmpty()) {
      String id = deployed.pop();
      done = done.compose(before -> vertx.undeploy(id).otherwiseEmpty());
    }
    return done;
  }
}
