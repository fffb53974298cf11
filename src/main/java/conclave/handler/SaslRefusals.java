package conclave.handler;

import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;

/** What an AUTHENTICATE that failed is answered with: why, where SASL has no words, and the end. */
final class SaslRefusals {
  private SaslRefusals() {}

  static List<Refusal> of(Refusal refusal) {
    return switch (refusal.reason()) {
      case ACCOUNT_DISABLED -> List.of(Refusal.of(Reason.SASL_LOCKED));
      case ALREADY_LOGGED_IN -> List.of(Refusal.of(Reason.SASL_ALREADY));
      case TRY_LATER ->
          List.of(
              Refusal.of(Reason.TRY_LATER, refusal.about().get(0), "AUTHENTICATE"),
              Refusal.of(Reason.SASL_FAILED));
      case TOO_MANY_SESSIONS, BUSY -> List.of(refusal, Refusal.of(Reason.SASL_FAILED));
      default -> List.of(Refusal.of(Reason.SASL_FAILED));
    };
  }
}
