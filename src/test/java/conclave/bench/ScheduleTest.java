package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static List<Long> dueTicks(double rate, int count) {
    Schedule schedule = new Schedule(rate);
    List<Long> due = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assertThat(schedule.next()).isEqualTo(i);
      assertThat(schedule.due() % Schedule.TICK).isZero();
      due.add(schedule.due() / Schedule.TICK);
      schedule.sent();
    }
    return due;
  }

  @Test
  void messagesAreDueAtTheTickThatFollows() {
    assertThat(dueTicks(200, 4)).containsExactly(0L, 5L, 10L, 15L);
    assertThat(dueTicks(300, 4)).containsExactly(0L, 4L, 7L, 10L);
    assertThat(dueTicks(3_000, 7)).containsExactly(0L, 1L, 1L, 1L, 2L, 2L, 2L);
  }

  @Test
  void nothingOfTheRateIsLostByThat() {
    assertThat(dueTicks(333, 3_331).get(3_330)).isEqualTo(10_000L);
  }
}
