package conclave.store;

/** A row that is there and can't be understood: altered, of another key, or of a later release. */
final class Unreadable extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  Unreadable(String what) {
    super(what);
  }

  Unreadable(String what, Throwable cause) {
    super(what, cause);
  }
}
