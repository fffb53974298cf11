package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessLimitTest {
  private final AtomicLong now = new AtomicLong();
  private final GuessLimit limit = new GuessLimit(now::get);

  @Test
  void afterSoManyWrongGuessesAnAddressWaitsForTheNextMinute() {
    for (int i = 0; i < GuessLimit.GUESSES; i++) {
      assertThat(limit.mayGuess("a")).isTrue();
      limit.wrong("a");
    }
    assertThat(limit.mayGuess("a")).isFalse();
    assertThat(limit.mayGuess("b")).isTrue();
    now.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThat(limit.mayGuess("a")).isTrue();
  }

  @Test
  void whileTooManyAddressesAreCountedNoOtherMayGuess() {
    for (int i = 0; i < GuessLimit.MAX_ADDRESSES; i++) {
      assertThat(limit.mayGuess("a" + i)).isTrue();
      limit.wrong("a" + i);
    }
    assertThat(limit.mayGuess("one more")).isFalse();
    assertThat(limit.mayGuess("a1")).isTrue();
  }
}
