package conclave.bus;

/** The codes with which requests on the bus fail. */
public final class Failures {
  /** It was not done. */
  public static final int UNAVAILABLE = 503;

  /** Nobody knows whether it was done. */
  public static final int NO_ANSWER = 504;

  private Failures() {}

  /** The code for this. */
  public static int codeOf(Throwable failure) {
    return failure instanceof Doubtful ? NO_ANSWER : UNAVAILABLE;
  }
}
