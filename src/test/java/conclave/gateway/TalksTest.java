package conclave.gateway;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Delivery;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TalksTest {
  private LiveConnection live;

  @BeforeEach
  void connect() throws Exception {
    live = new LiveConnection();
  }

  @AfterEach
  void disconnect() {
    live.close();
  }

  private static EncodedEvent message(long seq) {
    return new EncodedEvent(
        new Event.Told(
            new Stamp(7, seq, NOW, Origin.SERVER),
            user("alice"),
            user("bob").nick(),
            SayKind.PRIVMSG,
            "m" + seq,
            ClientTags.NONE));
  }

  @Test
  void whatIsNewWaitsUntilWhatWasMissedHasBeenShownAndNothingComesTwice() throws Exception {
    List<Boolean> taken = new ArrayList<>();
    live.on(
        connection -> {
          Talks talks = connection.past().talks();
          talks.hold();
          taken.add(talks.holds(message(5)));
          taken.add(talks.holds(message(6)));
          connection.past().progress().told(7, 5);
          talks.goLive(true);
          taken.add(talks.holds(message(7)));
        });
    assertThat(taken).containsExactly(true, true, false);
    assertThat(live.hears(":m6\r\n")).doesNotContain("m5");
  }

  @Test
  void whatWasSaidBeforeItCameIsNotSaidToItAgain() throws Exception {
    live.as(user("bob"));
    live.on(
        connection -> {
          connection.registration().begunAfter(Map.of(7L, 5L));
          List<Event> late = List.of(message(5).event(), message(6).event());
          live.rooms().deliver(new Delivery(late));
        });
    assertThat(live.hears(":m6\r\n")).doesNotContain("m5");
  }

  @Test
  void whoMakesTooMuchWaitIsToldAndDropped() throws Exception {
    live.on(
        connection -> {
          connection.past().talks().hold();
          for (long seq = 1; seq <= 1_001; seq++) {
            connection.past().talks().holds(message(seq));
          }
        });
    assertThat(live.hears("\r\n")).startsWith("ERROR :Send queue exceeded");
  }
}
