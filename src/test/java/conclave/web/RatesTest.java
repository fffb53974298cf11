package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.web.Rates.PerSecond;
import org.junit.jupiter.api.Test;

final class RatesTest {
  private final Rates rates = new Rates();

  @Test
  void nothingIsSaidOfARateBeforeTheSecondSample() {
    rates.sample(0, 500, 900);
    assertThat(rates.perSecond()).isEqualTo(new PerSecond(0, 0));
  }

  @Test
  void aRateIsTheRiseOverTheTimeThatItTook() {
    rates.sample(1000, 500, 900);
    rates.sample(3000, 510, 1000);
    assertThat(rates.perSecond()).isEqualTo(new PerSecond(5, 50));
  }

  @Test
  void whatIsOlderThanTenSecondsIsForgotten() {
    rates.sample(0, 0, 0);
    for (int second = 1; second <= 11; second++) {
      rates.sample(second * 1000L, 1_000_000, 2_000_000);
    }
    assertThat(rates.perSecond()).isEqualTo(new PerSecond(0, 0));
  }

  @Test
  void afterAPauseTheMeanOverThePauseIsGiven() {
    rates.sample(0, 0, 0);
    rates.sample(60_000, 60, 120);
    assertThat(rates.perSecond()).isEqualTo(new PerSecond(1, 2));
  }

  @Test
  void aCounterThatFallsGivesNoNegativeRate() {
    rates.sample(0, 100, 100);
    rates.sample(1000, 5, 5);
    assertThat(rates.perSecond()).isEqualTo(new PerSecond(0, 0));
  }

  @Test
  void twoSamplesOfOneMomentDivideByNoZero() {
    rates.sample(1000, 0, 0);
    rates.sample(1000, 1, 1);
    assertThat(rates.perSecond().messages()).isFinite();
  }
}
