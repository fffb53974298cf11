package conclave.bus;

/** The codes with which requests on the bus fail. */
public final class Failures {
  /** It was not done. */
  public static final int UNAVAILABLE = 503;

  /** Nobody knows whether it was done. */
  public static final int NO_ANSWER = 504;

  /** It was not done, because another node is to be asked. */
  public static final int MISDIRECTED = 421;

  private Failures() {}

  /** The code for this. */
  public static int codeOf(Throwable failure) {
    if (failure instanceof NotOwner) {
      return MISDIRECTED;
    }
    return failure instanceof Doubtful ? NO_ANSWER : UNAVAILABLE;
  }
}
