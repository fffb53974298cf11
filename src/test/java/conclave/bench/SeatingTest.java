package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatingTest {
  @Test
  void clientsGoRoundTheRooms() {
    Seating seating = Seating.of(7, 3, 1, 7);
    assertThat(IntStream.range(0, 7).map(seating::room)).containsExactly(0, 1, 2, 0, 1, 2, 0);
    assertThat(IntStream.range(0, 3).map(seating::membersOf)).containsExactly(3, 2, 2);
    assertThat(IntStream.range(0, 7).map(seating::slot)).containsExactly(0, 0, 0, 1, 1, 1, 2);
    assertThat(IntStream.range(0, 7).map(seating::neighbour)).containsExactly(3, 4, 5, 6, 1, 2, 0);
    assertThat(seating.cells()).isEqualTo(9 + 4 + 4);
  }

  @Test
  void whoSendsIsOnTheFirstServer() {
    Seating seating = Seating.of(7, 1, 3, 2);
    assertThat(IntStream.range(0, 7).map(seating::server)).containsExactly(0, 1, 2, 0, 1, 2, 0);
    assertThat(IntStream.range(0, 4).map(seating::sender)).containsExactly(0, 3, 0, 3);
    assertThat(seating.slot(6)).isNegative();
    assertThat(Seating.mostSenders(7, 3)).isEqualTo(3);
  }
}
