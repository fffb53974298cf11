package conclave.handler;

import conclave.command.Verified;
import io.vertx.core.Future;

/** Holds logs against their chains. */
public interface LogCheck {
  /**
   * Reads all of a place's log.
   *
   * @param key of a room
   * @return failed where the store is away, or so many logs are being read already that it is to be
   *     asked later
   */
  Future<Verified> check(String key);
}
