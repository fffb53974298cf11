package conclave.handler;

import conclave.command.ServerAnswer.Draining;
import java.time.Duration;

/** Has the server end, in order. Any thread. */
public interface Drains {
  /**
   * Sends nobody here any more, tells who is here, and ends the server.
   *
   * @param in how long who is here has; the last who asks decides
   * @param by who asks, for the log
   */
  Draining drain(Duration in, String by);
}
