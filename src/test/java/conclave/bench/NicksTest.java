package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.auth.Skeleton;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NicksTest {
  @Test
  void noTwoAreAlikeAndNoneIsLongerThanTheShortestLimit() {
    Nicks nicks = new Nicks();
    List<String> all =
        IntStream.concat(IntStream.range(0, 5_000), IntStream.of(Stamp.MOST - 1))
            .mapToObj(nicks::nick)
            .toList();
    assertThat(all)
        .doesNotHaveDuplicates()
        .allSatisfy(nick -> assertThat(nick).matches("[a-y]{4,9}"));
    assertThat(all.stream().map(Skeleton::of)).doesNotHaveDuplicates();
  }
}
