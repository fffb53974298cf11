package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectRateTest {
  private final AtomicLong clock = new AtomicLong();
  private final ConnectRate rate = new ConnectRate(() -> 2, clock::get);

  private static AddressPrefix prefix(int number) {
    return new AddressPrefix("p" + number, false, "0");
  }

  @Test
  void aPrefixMayConnectSoOftenInAMinute() {
    assertThat(rate.admits(prefix(1))).isTrue();
    assertThat(rate.admits(prefix(1))).isTrue();
    assertThat(rate.admits(prefix(1))).isFalse();
    assertThat(rate.admits(prefix(2))).isTrue();
    clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
    assertThat(rate.admits(prefix(1))).isTrue();
  }

  @Test
  void soManyPrefixesAreCountedAndNoMore() {
    for (int i = 0; i < ConnectRate.MAX_PREFIXES; i++) {
      rate.admits(prefix(i));
    }
    for (int i = 0; i < 5; i++) {
      assertThat(rate.admits(prefix(-1))).isTrue();
    }
    rate.admits(prefix(7));
    assertThat(rate.admits(prefix(7))).isFalse();
  }
}
