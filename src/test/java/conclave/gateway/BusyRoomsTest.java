package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.gateway.GatewayFigures.Busy;
import conclave.name.RoomName;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BusyRoomsTest {
  private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

  private long now = 7 * MINUTE;
  private final BusyRooms busy = new BusyRooms(() -> now);

  private static RoomName room(String name) {
    return RoomName.parse(name).orElseThrow();
  }

  private void talk(String name, int messages) {
    for (int i = 0; i < messages; i++) {
      busy.said(room(name));
    }
  }

  @Test
  void theBusiestComesFirst() {
    talk("#a", 2);
    talk("#B", 5);
    talk("#b", 1);
    talk("#c", 1);
    assertThat(busy.most(2)).containsExactly(new Busy(room("#B"), 6), new Busy(room("#a"), 2));
  }

  @Test
  void whatWasSaidMoreThanFiveMinutesAgoDoesNotCount() {
    talk("#a", 3);
    now += 4 * MINUTE;
    talk("#a", 1);
    assertThat(busy.most(1)).containsExactly(new Busy(room("#a"), 4));
    now += MINUTE;
    assertThat(busy.most(1)).containsExactly(new Busy(room("#a"), 1));
    now += 100 * MINUTE;
    assertThat(busy.most(1)).isEmpty();
  }

  @Test
  void aBusyRoomIsFoundAmongMoreRoomsThanAreKept() {
    for (int i = 0; i < 3 * BusyRooms.MAX_ROOMS; i++) {
      talk("#quiet" + i, 1);
      talk("#loud", 1);
    }
    assertThat(busy.most(Integer.MAX_VALUE)).hasSizeLessThanOrEqualTo(BusyRooms.MAX_ROOMS);
    assertThat(busy.most(1)).extracting(Busy::room).containsExactly(room("#loud"));
  }
}
