package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.RoomName;
import org.junit.jupiter.api.Test;

class ReceiversTest {
  private static final RoomName OLD = RoomName.parse("#old").orElseThrow();

  @Test
  void whoCameInUnderTheNewNameBeforeTheOthersFollowStaysIn() throws Exception {
    try (LiveConnection live = new LiveConnection().as(user("bob"))) {
      live.on(
          connection -> {
            Receivers receivers = new Receivers(new Audience(new SeenOnce()));
            Receiver before = receivers.add(connection, OLD, 0);
            Receiver early = receivers.add(connection, LOBBY, 0);
            assertThat(receivers.rename(OLD, LOBBY)).containsExactly(before);
            assertThat(receivers.of(LOBBY)).containsExactly(early, before);
            assertThat(receivers.of(OLD)).isEmpty();
          });
    }
  }
}
