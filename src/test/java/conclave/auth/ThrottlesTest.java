package conclave.auth;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Peer;
import conclave.config.Config;
import conclave.config.ConfigLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many log-ins may fail, and how long the next one waits. */
class ThrottlesTest {
  private static final Optional<Duration> NOW = Optional.empty();
  private static final Peer HERE = ipv6(0xfffe_0000);

  private long now = 1_000_000;
  private Throttles throttles = throttles();

  private Throttles throttles(String... sets) {
    Config config =
        ConfigLoader.load(Optional.empty(), Map.of(), List.of(sets)).config().orElseThrow();
    return new Throttles(config, () -> now, tried -> {});
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

  /** Peers that have no network in common. */
  private static Peer apart(int i) {
    return ipv6(i << 16);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private void pass(Duration time) {
    now += time.toMillis();
  }

  private void pass(long seconds) {
    pass(seconds(seconds));
  }

  /** Fails so many times from everywhere, waiting as long as it must. */
  private void fail(String account, int times) {
    for (int i = 0; i < times; i++) {
      Peer peer = apart(1000 + i);
      throttles
          .enter(account, peer)
          .ifPresent(
              wait -> {
                pass(wait);
                assertThat(throttles.enter(account, peer)).isEqualTo(NOW);
              });
    }
  }

  /** How many of so many tries may begin, each of which fails before the next. */
  private long failing(int tries, IntFunction<String> account, IntFunction<Peer> peer) {
    return IntStream.range(0, tries)
        .filter(
            i -> {
              boolean mayBegin = throttles.enter(account.apply(i), peer.apply(i)).isEmpty();
              if (mayBegin) {
                throttles.failed(account.apply(i), peer.apply(i));
              }
              return mayBegin;
            })
        .count();
  }

  /** How many of so many tries may begin while none is decided. */
  private long entering(int tries, IntFunction<String> account, IntFunction<Peer> peer) {
    return IntStream.range(0, tries)
        .filter(i -> throttles.enter(account.apply(i), peer.apply(i)).isEmpty())
        .count();
  }

  @Test
  void afterFiveFailuresOfAnAccountEachFurtherOneDoublesTheDelay() {
    assertThat(entering(5, i -> "alice", ThrottlesTest::apart)).isEqualTo(5);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Duration wait = throttles.enter("alice", apart(10 + i)).orElseThrow();
      waits.add(wait.toSeconds());
      pass(wait);
      assertThat(throttles.enter("alice", apart(10 + i))).isEqualTo(NOW);
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 512L, 900L, 900L);
  }

  @Test
  void theConfigurationSaysHowManyAndHowLong() {
    throttles =
        throttles(
            "limits.log-in-failures=2", "limits.log-in-delay=10s", "limits.log-in-delay-max=15s");
    assertThat(entering(3, i -> "alice", ThrottlesTest::apart)).isEqualTo(2);
    assertThat(throttles.enter("alice", HERE)).contains(seconds(10));
    pass(10);
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
    assertThat(throttles.enter("alice", HERE)).contains(seconds(15));
  }

  @Test
  void whatMustWaitIsToldInWholeSecondsAndIsNotCounted() {
    entering(5, i -> "alice", ThrottlesTest::apart);
    pass(Duration.ofMillis(1));
    for (int i = 0; i < 100; i++) {
      assertThat(throttles.enter("alice", HERE)).contains(seconds(1));
    }
    pass(Duration.ofMillis(999));
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
    assertThat(throttles.enter("alice", HERE)).contains(seconds(2));
  }

  @Test
  void aThousandTriesAtOnceAreAThousand() {
    assertThat(entering(1000, i -> "alice", ThrottlesTest::apart)).isEqualTo(5);
    assertThat(failing(1000, i -> "n" + i, i -> HERE)).isEqualTo(5);
  }

  @Test
  void aNameIsOneHoweverItIsWritten() {
    assertThat(entering(6, i -> i % 2 == 0 ? "Alice" : "aLICE", ThrottlesTest::apart)).isEqualTo(5);
  }

  @Test
  void aNetworkHasFiveFailuresTheOneAroundItTwentyAndTheOneAroundBothEighty() {
    assertThat(failing(100, i -> "n" + i, i -> ipv6(0x0001_0000))).isEqualTo(5);
    assertThat(failing(100, i -> "n" + i, i -> ipv6(0x0001_0001 + i))).isEqualTo(15);
    assertThat(failing(1000, i -> "m" + i, i -> ipv6(0x0001_0100 + (i % 200 << 8)))).isEqualTo(60);
    assertThat(throttles.enter("nobody", ipv6(0x0001_ff00))).contains(seconds(1));
    assertThat(throttles.enter("nobody", ipv6(0x0002_0000))).isEqualTo(NOW);
  }

  @Test
  void anIpv4NetworkCountsLikewise() {
    IntFunction<Peer> peer =
        i ->
            new Peer(
                "c1", "192.0.2.1", List.of("4/32:c000020" + i, "4/24:c00002", "4/16:c000"), "irc");
    assertThat(failing(10, i -> "n" + i, i -> peer.apply(1))).isEqualTo(5);
    assertThat(failing(100, i -> "n" + i, i -> peer.apply(2 + i % 8))).isEqualTo(15);
  }

  @Test
  void aSuccessIsNoFailure() {
    for (int i = 0; i < 1000; i++) {
      assertThat(throttles.enter("n" + i, HERE)).isEqualTo(NOW);
      throttles.succeeded("n" + i, HERE);
    }
  }

  @Test
  void aSuccessMakesNobodyElseWait() {
    entering(6, i -> "n" + i, i -> HERE);
    pass(1);
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
    throttles.succeeded("alice", HERE);
    assertThat(throttles.enter("bob", HERE)).isEqualTo(NOW);
  }

  @Test
  void aSuccessClearsWhatFailedForTheAccountFromThere() {
    entering(4, i -> "alice", i -> HERE);
    entering(1, i -> "alice", ThrottlesTest::apart);
    pass(1);
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
    throttles.succeeded("alice", HERE);
    // one of the five is left, so that four more are free
    assertThat(entering(10, i -> "alice", i -> apart(20 + i))).isEqualTo(4);
  }

  @Test
  void aSuccessOfOnesOwnDoesNotClearTheNetwork() {
    for (int i = 0; i < 4; i++) {
      throttles.enter("victim" + i, HERE);
      throttles.failed("victim" + i, HERE);
    }
    throttles.enter("mallory", HERE);
    throttles.succeeded("mallory", HERE);
    assertThat(failing(10, i -> "other" + i, i -> HERE)).isEqualTo(1);
  }

  @Test
  void anAccountUnderAttackStaysUsableWhereItsOwnerHasLoggedInBefore() {
    throttles.enter("alice", HERE);
    throttles.succeeded("alice", HERE);
    fail("alice", 20);
    assertThat(throttles.enter("alice", apart(7)).orElseThrow()).isGreaterThan(seconds(60));
    assertThat(throttles.isAtHome("ALICE", HERE)).isTrue();
    assertThat(throttles.isAtHome("alice", apart(7))).isFalse();
    assertThat(throttles.isAtHome("bob", HERE)).isFalse();
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
  }

  @Test
  void atHomeTheNetworksDelayHoldsAllTheSame() {
    throttles.enter("alice", HERE);
    throttles.succeeded("alice", HERE);
    failing(5, i -> "n" + i, i -> HERE);
    assertThat(throttles.enter("alice", HERE)).contains(seconds(1));
  }

  @Test
  void failuresAreForgottenAfterTenIdleMinutes() {
    entering(5, i -> "alice", ThrottlesTest::apart);
    pass(600);
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
    assertThat(throttles.enter("alice", apart(50))).contains(seconds(2));
    pass(601);
    assertThat(entering(10, i -> "alice", i -> apart(60 + i))).isEqualTo(5);
  }

  @Test
  void aLongDelayIsForgottenAfterTwiceItsTime() {
    fail("alice", 200);
    pass(1799);
    assertThat(throttles.enter("alice", HERE)).isEqualTo(NOW);
    assertThat(throttles.enter("alice", HERE)).contains(seconds(900));
    pass(1801);
    assertThat(entering(10, i -> "alice", i -> apart(5000 + i))).isEqualTo(5);
  }

  @Test
  void soManyAccountsAndNetworksAreRememberedTheLongestUntouchedForgottenFirst() {
    throttles = throttles("limits.log-in-tracked=100");
    for (int i = 0; i < 5; i++) {
      throttles.enter("kept", apart(i));
      throttles.enter("lost", apart(100 + i));
    }
    for (int i = 0; i < 1000; i++) {
      throttles.enter("n" + i, apart(200 + i));
      throttles.enter("kept", apart(1));
    }
    assertThat(throttles.sizes()).containsExactly(100, 100, 100, 0);
    assertThat(throttles.enter("kept", apart(9000))).isPresent();
    assertThat(throttles.enter("lost", apart(9000))).isEqualTo(NOW);
  }

  @Test
  void homesAreRememberedForSoManyAccountsAndAFewForEach() {
    throttles = throttles("limits.log-in-tracked=100");
    for (int i = 0; i < 1000; i++) {
      throttles.succeeded("n" + i, HERE);
    }
    for (int i = 0; i < 10; i++) {
      throttles.succeeded("alice", apart(i));
    }
    assertThat(throttles.sizes().get(3)).isEqualTo(100);
    assertThat(throttles.isAtHome("n0", HERE)).isFalse();
    assertThat(throttles.isAtHome("n999", HERE)).isTrue();
    assertThat(IntStream.range(0, 10).filter(i -> throttles.isAtHome("alice", apart(i))))
        .containsExactly(6, 7, 8, 9);
  }

  @Test
  void madeUpNamesPushOutNoNetwork() {
    throttles = throttles("limits.log-in-tracked=100", "limits.log-in-failures=1000");
    entering(1000, i -> "n" + i, i -> HERE);
    assertThat(throttles.enter("bob", HERE)).isPresent();
  }

  @Test
  void networksPushOutNoAccount() {
    throttles = throttles("limits.log-in-tracked=100");
    entering(5, i -> "alice", ThrottlesTest::apart);
    assertThat(entering(200, i -> "n" + i % 40, i -> apart(10 + i))).isEqualTo(200);
    assertThat(throttles.enter("alice", HERE)).isPresent();
  }

  @Test
  void namesThatAreTooLongForAnAccountAreCut() {
    String name = "x".repeat(64);
    assertThat(entering(10, i -> name + "y".repeat(10_000) + i, ThrottlesTest::apart)).isEqualTo(5);
  }

  @Test
  void aPeerShowsNothingOfItsAddress() {
    assertThat(HERE).hasToString("irc c1");
  }
}
