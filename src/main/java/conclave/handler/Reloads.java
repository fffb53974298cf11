package conclave.handler;

import conclave.command.ServerAnswer.Rehashed;
import io.vertx.core.Future;

/** Has the server read its configuration again. Any thread. */
public interface Reloads {
  /**
   * Reads it; what is wrong with it is in the answer.
   *
   * @param by who asks, for the log
   */
  Future<Rehashed> reload(String by);
}
