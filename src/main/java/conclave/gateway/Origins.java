package conclave.gateway;

import conclave.room.Origin;
import java.util.function.LongConsumer;

/**
 * The numbers of one connection's commands, and how long it takes until what one of them has caused
 * comes back. Of several that are under way, the first is timed. One loop.
 */
final class Origins {
  private final String connection;
  private final LongConsumer echoed;
  private boolean isMessage;
  private long command;
  private long timed;
  private long since;

  /**
   * The commands of a connection that has given none yet.
   *
   * @param echoed is told each time, in nanoseconds
   */
  Origins(String connection, LongConsumer echoed) {
    this.connection = connection;
    this.echoed = echoed;
  }

  /** What begins now is a message, or is not: only messages come back. */
  void begin(boolean message) {
    isMessage = message;
  }

  /** Of the command that begins now. */
  Origin next() {
    command++;
    if (isMessage && timed == 0) {
      timed = command;
      since = System.nanoTime();
    }
    return last();
  }

  /** Of the one that has begun last. */
  Origin last() {
    return new Origin(connection, command);
  }

  /**
   * What that command has caused has come back; those before it that have caused nothing, never do.
   */
  void echoed(Origin origin) {
    if (timed != 0 && origin.command() >= timed) {
      if (origin.command() == timed) {
        echoed.accept(System.nanoTime() - since);
      }
      timed = 0;
    }
  }
}
