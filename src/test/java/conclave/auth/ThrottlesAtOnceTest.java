package conclave.auth;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Peer;
import conclave.config.ConfigLoader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many log-ins of one network may be under way at once. */
class ThrottlesAtOnceTest {
  private static final Optional<Duration> NOW = Optional.empty();
  private static final Peer HERE = ipv6(0xfffe_0000);

  private long now = 1_000_000;
  private final Throttles throttles = throttles();

  private Throttles throttles() {
    return new Throttles(ConfigLoader.defaults(), () -> now, tried -> {});
  }

  /** A peer in a /64 of 2001:db8::/32: the high half of the number is the /48, then 8 bits /56. */
  private static Peer ipv6(int subnet) {
    String hex = "20010db8" + String.format("%08x", subnet);
    return new Peer(
        "c1",
        "2001:db8::1",
        List.of("6/64:" + hex, "6/56:" + hex.substring(0, 14), "6/48:" + hex.substring(0, 12)),
        "irc");
  }

  private void pass(long seconds) {
    now += Duration.ofSeconds(seconds).toMillis();
  }

  /** How many of so many tries may begin, each of which fails before the next. */
  private long failing(int tries, IntFunction<String> account) {
    return IntStream.range(0, tries)
        .filter(
            i -> {
              boolean mayBegin = throttles.enter(account.apply(i), HERE).isEmpty();
              if (mayBegin) {
                throttles.failed(account.apply(i), HERE);
              }
              return mayBegin;
            })
        .count();
  }

  /** How many of so many tries may begin while none is decided. */
  private long entering(int tries, IntFunction<String> account) {
    return IntStream.range(0, tries)
        .filter(i -> throttles.enter(account.apply(i), HERE).isEmpty())
        .count();
  }

  @Test
  void manyMayComeBackAtOnceFromOneNetworkAsLongAsNoneFails() {
    assertThat(entering(1000, i -> "n" + i)).isEqualTo(64);
    assertThat(throttles.enter("late", HERE)).contains(Duration.ofSeconds(1));
    for (int i = 0; i < 64; i++) {
      throttles.succeeded("n" + i, HERE);
    }
    assertThat(entering(1000, i -> "m" + i)).isEqualTo(64);
  }

  @Test
  void theMoreHasFailedTheFewerMayBeUnderWay() {
    failing(4, i -> "n" + i);
    assertThat(entering(1000, i -> "m" + i)).isEqualTo(64 / 5);
    throttles.failed("m0", HERE);
    pass(1);
    assertThat(throttles.enter("one", HERE)).contains(Duration.ofSeconds(1));
  }

  @Test
  void whatIsNeverFinishedHasFailedAfterAMinute() {
    entering(10, i -> "n" + i);
    pass(61);
    assertThat(throttles.enter("late", HERE).orElseThrow()).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void whatCouldNotBeDecidedIsNoFailure() {
    for (int i = 0; i < 100; i++) {
      assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
      throttles.undecided("alice", HERE);
    }
  }
}
