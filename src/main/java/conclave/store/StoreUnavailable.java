package conclave.store;

/**
 * The store can't be opened, or can't keep anything right now. The message is one sentence for the
 * operator and names the file or the server.
 */
public final class StoreUnavailable extends RuntimeException {
  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
