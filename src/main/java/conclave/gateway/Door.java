package conclave.gateway;

import io.vertx.core.Future;

/** An address that is listened on, by one listener. On its loop. */
interface Door {
  /** Fails with {@link CannotListen}. */
  Future<?> open();

  /** Once it is open; for addresses that let the system choose. */
  int port();

  Future<Void> close();
}
