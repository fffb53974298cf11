package conclave.store;

import conclave.bus.Unavailable;

/**
 * The store can't be opened, or can't keep anything right now. The message is one sentence for the
 * operator and names the file or the server.
 */
public final class StoreUnavailable extends Unavailable {
  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message);
  }

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
