package conclave.bus;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

/** The codes with which requests on the bus fail. */
public final class Failures {
  /** It was not done. */
  public static final int UNAVAILABLE = 503;

  /** Nobody knows whether it was done. */
  public static final int NO_ANSWER = 504;

  /** It was not done, because another node is to be asked. */
  public static final int MISDIRECTED = 421;

  private Failures() {}

  /** The code for this; what another owner was asked in vain, this one was as well. */
  public static int codeOf(Throwable failure) {
    if (failure instanceof NotOwner) {
      return MISDIRECTED;
    }
    if (failure instanceof ReplyException other) {
      boolean isOpen =
          other.failureType() == ReplyFailure.TIMEOUT || other.failureCode() == NO_ANSWER;
      return isOpen ? NO_ANSWER : UNAVAILABLE;
    }
    return failure instanceof Doubtful ? NO_ANSWER : UNAVAILABLE;
  }
}
