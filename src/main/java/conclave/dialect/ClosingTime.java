package conclave.dialect;

/** What people read when the server is about to end. */
public final class ClosingTime {
  private ClosingTime() {}

  /** A sentence without its full stop. */
  public static String sentence(int seconds) {
    return seconds == 0
        ? "This server closes now"
        : "This server closes in " + seconds + " s: please finish, and connect again then";
  }
}
