package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final List<String> BOTH = List.of("a", "b");
  private static final View VIEW = View.of("a", BOTH, BOTH);

  private final AtomicLong now = new AtomicLong();
  private final Hearing hearing = new Hearing(now::get);

  @Test
  void whoHasJustComeIsGivenTheTimeToSpeak() {
    assertThat(hearing.isHeard("b")).isFalse();
    hearing.changed(VIEW);
    assertThat(hearing.isHeard("b")).isTrue();
    assertThat(hearing.silent(VIEW)).isEmpty();
    now.addAndGet(Hearing.SILENCE_NANOS);
    assertThat(hearing.silent(VIEW)).containsExactly("b");
  }

  @Test
  void whoeverSaysThatItHearsNothingIsSilentTooUntilItDoes() {
    hearing.changed(VIEW);
    hearing.heard("b", true);
    assertThat(hearing.hears("b")).isTrue();
    assertThat(hearing.isHeard("b")).isFalse();
    assertThat(hearing.silent(VIEW)).containsExactly("b");
    hearing.heard("b", false);
    assertThat(hearing.isHeard("b")).isTrue();
  }

  @Test
  void whoIsGoneIsForgottenWithWhatItSaid() {
    hearing.changed(VIEW);
    hearing.heard("b", true);
    hearing.changed(View.of("a", List.of("a"), List.of("a")));
    hearing.changed(VIEW);
    assertThat(hearing.isHeard("b")).isTrue();
  }
}
