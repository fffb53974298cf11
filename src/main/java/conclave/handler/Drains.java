package conclave.handler;

import conclave.command.ServerAnswer.Draining;

/** Has the server end, in order. Any thread. */
public interface Drains {
  /**
   * Sends nobody here any more, tells who is here, and ends the server.
   *
   * @param seconds what who is here has until then; the last who asks decides
   * @param by who asks, for the log
   */
  Draining drain(int seconds, String by);
}
