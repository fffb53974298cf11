package conclave.gateway;

import io.vertx.core.Future;
import io.vertx.core.net.ServerSSLOptions;

/** An address that is listened on, by one listener. On its loop. */
interface Door {
  /** Fails with {@link CannotListen}. */
  Future<?> open();

  /** What holds for TLS from the next handshake on; who is in stays in. */
  Future<?> secure(ServerSSLOptions options);

  /** Once it is open; for addresses that let the system choose. */
  int port();

  /**
   * Lets nobody in any more, as far as it can; who is in stays in, until they end or time is up.
   */
  void turnAway();

  Future<Void> close();
}
