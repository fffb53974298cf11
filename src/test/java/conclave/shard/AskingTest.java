package conclave.shard;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class AskingTest {
  private static final int SHARD = 7;

  private final Asking asking = new Asking();

  private static MultiMap by(String node, long round, long turn) {
    return MultiMap.caseInsensitiveMultiMap()
        .add(Addresses.BY_NODE, node)
        .add(Addresses.ROUND, Long.toString(round))
        .add(Addresses.TURN, Long.toString(turn));
  }

  private boolean takes(long round, long turn) {
    return asking.isNext(SHARD, by("a", round, turn));
  }

  @Test
  void whatComesOneAfterTheOtherIsTaken() {
    assertThat(takes(0, 0)).isTrue();
    assertThat(takes(0, 1)).isTrue();
    assertThat(takes(0, 2)).isTrue();
  }

  @Test
  void nothingIsTakenAfterWhatWasMissed() {
    assertThat(takes(0, 0)).isTrue();
    assertThat(takes(0, 2)).isFalse();
    assertThat(takes(0, 1)).isFalse();
    assertThat(takes(0, 3)).isFalse();
    assertThat(takes(1, 0)).isTrue();
  }

  @Test
  void nothingIsTakenAfterWhatWasRefused() {
    assertThat(takes(0, 0)).isTrue();
    assertThat(takes(0, 1)).isTrue();
    asking.refused(SHARD, by("a", 0, 0));
    assertThat(takes(0, 2)).isFalse();
    assertThat(takes(1, 0)).isTrue();
  }

  /** The first may still be refused by what the shard was then. */
  @Test
  void nothingIsTakenAfterWhatWasAskedBeforeTheShardWasGivenUp() {
    assertThat(takes(0, 0)).isTrue();
    asking.gaveUp(SHARD + 1);
    assertThat(takes(0, 1)).isTrue();
    asking.gaveUp(SHARD);
    assertThat(takes(0, 2)).isFalse();
    assertThat(takes(1, 0)).isTrue();
  }

  @Test
  void whoComesInTheMidstOfItBeginsAnew() {
    assertThat(takes(3, 5)).isFalse();
    assertThat(takes(3, 6)).isFalse();
    assertThat(takes(4, 0)).isTrue();
  }

  @Test
  void whatIsLateOfARoundBeforeIsRefused() {
    assertThat(takes(0, 0)).isTrue();
    assertThat(takes(1, 0)).isTrue();
    assertThat(takes(0, 1)).isFalse();
    asking.refused(SHARD, by("a", 0, 1));
    assertThat(takes(1, 1)).isTrue();
  }

  @Test
  void nodesAndShardsAreApart() {
    assertThat(takes(0, 1)).isFalse();
    assertThat(asking.isNext(SHARD, by("b", 0, 0))).isTrue();
    assertThat(asking.isNext(SHARD + 1, by("a", 0, 0))).isTrue();
  }

  @Test
  void whoSaysNothingOfItIsTaken() {
    assertThat(asking.isNext(SHARD, MultiMap.caseInsensitiveMultiMap())).isTrue();
  }

  @Test
  void ofTooManyNodesTheOneThatAskedLongestAgoBeginsAnew() {
    assertThat(takes(0, 0)).isTrue();
    for (int i = 0; i < 256; i++) {
      asking.isNext(SHARD, by("node" + i, 0, 0));
    }
    assertThat(takes(0, 1)).isFalse();
    assertThat(takes(1, 0)).isTrue();
  }
}
