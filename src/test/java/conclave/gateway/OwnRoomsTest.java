package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.RoomName;
import org.junit.jupiter.api.Test;

class OwnRoomsTest {
  private static RoomName room(int number) {
    return new RoomName("#room" + number);
  }

  @Test
  void itIsRememberedHowFarTheLastHundredRoomsWereShown() {
    OwnRooms rooms = new OwnRooms();
    for (int i = 0; i <= 100; i++) {
      rooms.entered(room(i));
      rooms.left(room(i), 1_000 + i);
    }
    assertThat(rooms.all()).isEmpty();
    assertThat(rooms.leftAt(room(0))).isZero();
    assertThat(rooms.leftAt(room(1))).isEqualTo(1_001);
    rooms.left(room(1), 2_000);
    rooms.left(room(200), 5);
    assertThat(rooms.leftAt(room(1))).isEqualTo(2_000);
    assertThat(rooms.leftAt(room(2))).isZero();
  }
}
