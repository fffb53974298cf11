package conclave;

import io.vertx.core.Future;

/**
 * Shall people be sent here? Not before all of it has started, and no more from the moment on at
 * which it is to end. Any thread.
 */
final class Openness {
  private volatile String why = "the server is starting";

  /** All has started. */
  void open() {
    why = "";
  }

  /** It is to end. */
  void close() {
    why = "the server is about to end";
  }

  /** Failed with the reason where nobody shall come. */
  Future<Void> check() {
    String reason = why;
    return reason.isEmpty() ? Future.succeededFuture() : Future.failedFuture(reason);
  }
}
