package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whom a node takes for dead after its store was away. */
class OutageTest {
  private long millis = 1_000;
  private final Outage outage = new Outage(() -> TimeUnit.MILLISECONDS.toNanos(millis));

  private boolean isBelievedAfter(long wait) {
    long patience = outage.patience();
    millis += wait;
    return outage.answered(patience);
  }

  @Test
  void aStoreThatAnswersIsBelieved() {
    assertThat(isBelievedAfter(0)).isTrue();
    assertThat(isBelievedAfter(500)).isTrue();
    assertThat(isBelievedAfter(1_500)).isTrue();
    assertThat(outage.patience()).isEqualTo(NodeTable.LIVING_MILLIS);
    assertThat(outage.isOver()).isTrue();
  }

  @Test
  void whoCouldNotSayThatItLivesIsNotTakenForDead() {
    isBelievedAfter(0);
    assertThat(isBelievedAfter(20_000)).isFalse();
    assertThat(outage.patience()).isEqualTo(NodeTable.LIVING_MILLIS + 20_000);
    assertThat(outage.isOver()).isFalse();
    assertThat(isBelievedAfter(10)).isTrue();
    assertThat(isBelievedAfter(500)).isTrue();
  }

  @Test
  void whoHasHadTheTimeToSaySoIs() {
    isBelievedAfter(0);
    isBelievedAfter(20_000);
    isBelievedAfter(NodeTable.LIVING_MILLIS);
    assertThat(outage.isOver()).isTrue();
    assertThat(outage.patience()).isEqualTo(NodeTable.LIVING_MILLIS);
  }

  @Test
  void whoIsNotAnsweredIsDeadToOthersInAMoment() {
    assertThat(outage.isLong()).isTrue();
    isBelievedAfter(0);
    millis += NodeTable.LIVING_MILLIS - 1;
    assertThat(outage.isLong()).isFalse();
    millis += 1;
    assertThat(outage.isLong()).isTrue();
  }
}
