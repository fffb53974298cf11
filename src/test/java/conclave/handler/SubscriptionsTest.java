package conclave.handler;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.MetadataAnswer.Item;
import conclave.command.MetadataAnswer.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private static final long NOW = 1_000;

  private final Subscriptions own = new Subscriptions();

  @Test
  void aKeyThatIsThereFitsAlways() {
    for (int i = 0; i < Subscriptions.MAX; i++) {
      assertThat(own.add("k" + i)).isTrue();
    }
    assertThat(own.add("more")).isFalse();
    assertThat(own.add("k0")).isTrue();
    own.remove("k0");
    assertThat(own.add("more")).isTrue();
    assertThat(own.all()).hasSize(Subscriptions.MAX).contains("more").doesNotContain("k0");
  }

  @Test
  void changesAreCountedByTheMinute() {
    for (int i = 0; i < Subscriptions.MAX_CHANGES; i++) {
      assertThat(own.secondsToWait(NOW)).isZero();
    }
    assertThat(own.secondsToWait(NOW)).isEqualTo(61);
    assertThat(own.secondsToWait(NOW + TimeUnit.SECONDS.toNanos(50))).isEqualTo(11);
    assertThat(own.secondsToWait(NOW + TimeUnit.MINUTES.toNanos(1))).isZero();
  }

  @Test
  void moreThanALotIsNotSentAtOnce() {
    Item item = Item.of("alice", "avatar", Optional.of("x"));
    List<Item> lot = Collections.nCopies(Metadata.MAX_AT_ONCE, item);
    assertThat(Metadata.synced("#den", lot).kind()).isEqualTo(Kind.SYNCED);
    List<Item> more = Collections.nCopies(Metadata.MAX_AT_ONCE + 1, item);
    assertThat(Metadata.synced("#den", more).kind()).isEqualTo(Kind.LATER);
    assertThat(Metadata.synced("#den", more).items()).isEmpty();
  }
}
