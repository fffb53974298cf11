package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.handler.History.Talk;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is known of the conversations of somebody who comes. */
class TalksBeforeTest {
  @Test
  void theLatestThousandAreKnown() {
    List<Talk> talks =
        LongStream.rangeClosed(1, 1_001).mapToObj(log -> new Talk("bob", log, 9, log)).toList();
    assertThat(TalksBefore.latest(talks))
        .hasSize(1_000)
        .containsEntry(1_001L, 9L)
        .doesNotContainKey(1L);
  }
}
