package conclave.store;

/** More waits for the store than {@code limits.store-queue} allows; nothing of it was kept. */
public final class StoreBusy extends RuntimeException {
  public StoreBusy() {
    super("too much waits for the store");
  }
}
