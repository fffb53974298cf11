package conclave.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import org.junit.jupiter.api.Test;

class FailuresTest {
  private static int codeOf(int code) {
    return Failures.codeOf(new ReplyException(ReplyFailure.RECIPIENT_FAILURE, code, "no"));
  }

  /** A room that has moved is asked by its owner of before, who answers for it. */
  @Test
  void whatNobodyKnowsElsewhereIsNotCalledUndoneHere() {
    assertThat(codeOf(Failures.NO_ANSWER)).isEqualTo(Failures.NO_ANSWER);
    assertThat(Failures.codeOf(new ReplyException(ReplyFailure.TIMEOUT, "late")))
        .isEqualTo(Failures.NO_ANSWER);
    assertThat(codeOf(Failures.UNAVAILABLE)).isEqualTo(Failures.UNAVAILABLE);
  }

  /** Who asked this owner asked the right one. */
  @Test
  void whatAnotherWasAskedInVainIsUndone() {
    assertThat(codeOf(Failures.MISDIRECTED)).isEqualTo(Failures.UNAVAILABLE);
  }
}
