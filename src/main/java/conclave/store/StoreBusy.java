package conclave.store;

import conclave.bus.Unavailable;

/** More waits for the store than {@code limits.store-queue} allows; nothing of it was kept. */
public final class StoreBusy extends Unavailable {
  private static final long serialVersionUID = 1L;

  public StoreBusy() {
    super("too much waits for the store");
  }
}
