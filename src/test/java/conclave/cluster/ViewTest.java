package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewTest {
  private static final List<String> THREE = List.of("a", "b", "c");

  private static View seen(String self, List<String> joined, List<String> living) {
    return View.of(self, joined, living);
  }

  @Test
  void eachShardHasOneOwnerOnWhomAllAgree() {
    View a = seen("a", THREE, THREE);
    View b = seen("b", THREE, THREE);
    for (int shard = 0; shard < Addresses.SHARDS; shard++) {
      assertThat(a.owner(shard)).isPresent().isEqualTo(b.owner(shard));
    }
  }

  @Test
  void theShardsAreSpreadEvenly() {
    Map<String, Integer> counts = new HashMap<>();
    View view = seen("a", THREE, THREE);
    IntStream.range(0, Addresses.SHARDS)
        .forEach(shard -> counts.merge(view.owner(shard).orElseThrow(), 1, Integer::sum));
    assertThat(counts.values()).hasSize(3).allMatch(count -> count > 50);
    assertThat(view.own()).hasSize(counts.getOrDefault("a", 0));
  }

  @Test
  void whoGoesLeavesTheShardsOfAllOthersWhereTheyAre() {
    View before = seen("a", THREE, THREE);
    View after = seen("a", List.of("a", "b"), List.of("a", "b"));
    for (int shard = 0; shard < Addresses.SHARDS; shard++) {
      String owner = before.owner(shard).orElseThrow();
      if (!owner.equals("c")) {
        assertThat(after.owner(shard)).contains(owner);
      }
    }
  }

  @Test
  void aMinorityOwnsNothing() {
    View minority = seen("c", List.of("c"), THREE);
    assertThat(minority.isWhole()).isFalse();
    assertThat(minority.owner(7)).isEmpty();
    assertThat(minority.own()).isEqualTo(Set.of());
    assertThat(seen("a", List.of("a", "b"), THREE).isWhole()).isTrue();
  }

  @Test
  void ofTwoHalvesTheOneWithTheFirstNodeGoesOn() {
    List<String> four = List.of("a", "b", "c", "d");
    assertThat(seen("a", List.of("a", "d"), four).isWhole()).isTrue();
    assertThat(seen("b", List.of("b", "c"), four).isWhole()).isFalse();
  }

  @Test
  void whomTheStoreHasNotHeardOfIsNotThere() {
    View view = seen("a", THREE, List.of("a", "b"));
    assertThat(view.nodes()).containsExactly("a", "b");
    assertThat(view.isWhole()).isTrue();
    assertThat(seen("c", THREE, List.of("a", "b")).isWhole()).isFalse();
  }

  @Test
  void theFirstOfAWholeNetworkDoesWhatOneMustDo() {
    assertThat(seen("a", THREE, THREE).isFirst()).isTrue();
    assertThat(seen("b", THREE, THREE).isFirst()).isFalse();
    assertThat(seen("a", List.of("a"), THREE).isFirst()).isFalse();
  }
}
