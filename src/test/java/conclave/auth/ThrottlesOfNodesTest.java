package conclave.auth;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.account.Peer;
import conclave.bus.LogInTried;
import conclave.config.ConfigLoader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What fails on one node counts on all. */
class ThrottlesOfNodesTest {
  private static final Peer OWNER = peer("6/64:owner");

  private final List<Throttles> nodes =
      IntStream.range(0, 3)
          .mapToObj(i -> new Throttles(ConfigLoader.defaults(), () -> 1_000_000, this::tell))
          .toList();

  private final int free = ConfigLoader.defaults().limits().logInFailures();
  private int told;

  private void tell(LogInTried tried) {
    told++;
    nodes.forEach(node -> node.heard(tried));
  }

  private static Peer peer(String network) {
    return new Peer("c1", "2001:db8::1", List.of(network, network + "56", network + "48"), "irc");
  }

  private Throttles node(int i) {
    return nodes.get(i % nodes.size());
  }

  /** How many tries of an account from anywhere may begin, on one node after the other. */
  private long goingRound(String account, int tries) {
    return IntStream.range(0, tries)
        .filter(
            i -> {
              Peer peer = peer("6/64:" + i);
              boolean mayTry = node(i).enter(account, peer).isEmpty();
              if (mayTry) {
                node(i).failed(account, peer);
              }
              return mayTry;
            })
        .count();
  }

  @Test
  void whoGoesRoundHasNoMoreTriesThanOnOne() {
    assertThat(goingRound("alice", 10 * free)).isEqualTo(free);
    assertThat(goingRound("bob", 10 * free)).isEqualTo(free);
  }

  @Test
  void aNetworkThatTriesManyAccountsHasNoMoreEither() {
    Peer peer = peer("6/64:one");
    long begun =
        IntStream.range(0, 10 * free)
            .filter(
                i -> {
                  boolean mayTry = node(i).enter("name" + i, peer).isEmpty();
                  if (mayTry) {
                    node(i).failed("name" + i, peer);
                  }
                  return mayTry;
                })
            .count();
    assertThat(begun).isEqualTo(free);
  }

  @Test
  void theOwnerIsAtHomeOnAllNodesUntilThePasswordIsAnother() {
    node(0).enter("alice", OWNER);
    node(0).succeeded("alice", OWNER);
    goingRound("alice", 10 * free);
    for (Throttles node : nodes) {
      assertThat(node.enter("alice", OWNER)).isEmpty();
      node.undecided("alice", OWNER);
    }
    node(1).forgetHomes("alice");
    assertThat(nodes).noneMatch(node -> node.isAtHome("alice", OWNER));
    assertThat(node(2).enter("alice", OWNER)).isPresent();
  }

  @Test
  void whatIsTurnedAwayIsToldToNobody() {
    goingRound("alice", free);
    int before = told;
    assertThat(goingRound("alice", 10)).isZero();
    assertThat(told).isEqualTo(before);
  }

  @Test
  void aLogInThatWasRightIsNoFailureAnywhere() {
    for (int i = 0; i < 10 * free; i++) {
      assertThat(node(i).enter("alice", OWNER)).isEmpty();
      node(i).succeeded("alice", OWNER);
    }
    assertThat(goingRound("alice", 10 * free)).isEqualTo(free);
  }
}
