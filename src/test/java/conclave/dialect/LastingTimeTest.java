package conclave.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LastingTimeTest {
  @Test
  void aTimeHasAUnitOrIsMinutes() {
    assertThat(LastingTime.parse("90")).contains(Duration.ofMinutes(90));
    assertThat(LastingTime.parse("15s")).contains(Duration.ofSeconds(15));
    assertThat(LastingTime.parse("30m")).contains(Duration.ofMinutes(30));
    assertThat(LastingTime.parse("12h")).contains(Duration.ofHours(12));
    assertThat(LastingTime.parse("7d")).contains(Duration.ofDays(7));
    assertThat(LastingTime.parse("999999w")).contains(Duration.ofDays(6_999_993));
    assertThat(LastingTime.parse("0")).contains(Duration.ZERO);
  }

  @Test
  void whatIsNoTimeIsNone() {
    assertThat(LastingTime.parse("bob")).isEmpty();
    assertThat(LastingTime.parse("7y")).isEmpty();
    assertThat(LastingTime.parse("9999999")).isEmpty();
    assertThat(LastingTime.parse("-1")).isEmpty();
  }
}
