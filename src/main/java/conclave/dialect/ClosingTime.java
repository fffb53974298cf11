package conclave.dialect;

import java.time.Duration;

/** What people read when the server is about to end. */
public final class ClosingTime {
  private ClosingTime() {}

  /** A sentence without its full stop. */
  public static String sentence(Duration in) {
    return in.isZero()
        ? "This server closes now"
        : "This server closes in " + in.toSeconds() + " s: please finish, and connect again then";
  }
}
