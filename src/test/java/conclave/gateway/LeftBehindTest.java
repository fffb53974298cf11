package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.handler.Bookmarks.Reached;
import conclave.name.RoomName;
import conclave.room.Event.Joined;
import conclave.room.Event.Parted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftBehindTest {
  private LiveConnection live;

  @BeforeEach
  void connect() throws Exception {
    live = new LiveConnection(new FailingPast(List.of(), List.of(), 0)).as(user("bob"));
  }

  @AfterEach
  void disconnect() {
    live.close();
  }

  private static Receiver receiver(Connection connection, RoomName room, long log, long shown) {
    Standing self = new Standing(room, user("bob").nick());
    self.is(Set.of(), log);
    return new Receiver(connection, new Audience(new SeenOnce()), self, shown);
  }

  private static EncodedEvent parted(long seq) {
    return new EncodedEvent(new Parted(stamp(seq), LOBBY, user("bob"), Optional.empty()));
  }

  private static EncodedEvent joined(long seq) {
    return new EncodedEvent(new Joined(stamp(seq), LOBBY, user("bob"), "Bob", Set.of()));
  }

  private static LeftBehind leftBehind(Connection connection) {
    return connection.output().catchUp().leftBehind();
  }

  @Test
  void whoGoesInAndOutWithoutReadingIsDroppedInTheEnd() throws Exception {
    live.on(
        connection -> {
          for (int i = 1; i <= 200; i++) {
            leftBehind(connection).leave(receiver(connection, LOBBY, 7, i), parted(i));
          }
          connection.output().write(new byte[] {'.', '\r', '\n'});
        });
    live.hears(".\r\n");
    live.on(c -> leftBehind(c).leave(receiver(c, LOBBY, 7, 201), parted(201)));
    live.hears("ERROR :Send queue exceeded: you leave rooms, and do not read it");
  }

  @Test
  void aRoomIsTheSameByItsNameOrByItsLog() throws Exception {
    List<Boolean> waits = new ArrayList<>();
    RoomName other = new RoomName("#other");
    live.on(
        connection -> {
          LeftBehind left = leftBehind(connection);
          left.leave(receiver(connection, LOBBY, 7, 1), parted(1));
          waits.add(left.comeBack(receiver(connection, LOBBY, 8, 2), joined(2), () -> {}));
          waits.add(left.comeBack(receiver(connection, other, 7, 2), joined(2), () -> {}));
          waits.add(left.comeBack(receiver(connection, other, 8, 2), joined(2), () -> {}));
        });
    assertThat(waits).containsExactly(true, true, false);
  }

  @Test
  void untilAReturnIsShownItsBookmarkIsWhatWasShownBefore() throws Exception {
    live.on(
        connection -> {
          Progress progress = connection.past().progress();
          progress.begin(Optional.of(new Reached(Map.of(), 1_000)), Map.of());
          Receiver before = receiver(connection, LOBBY, 7, 3);
          leftBehind(connection).leave(before, parted(5));
          Receiver again = receiver(connection, LOBBY, 7, 8);
          progress.entered(again);
          leftBehind(connection).comeBack(again, joined(8), () -> {});
          assertThat(progress.reached(true).orElseThrow().logs()).isEqualTo(Map.of(7L, 3L));
          before.goLive(5);
          assertThat(progress.reached(true).orElseThrow().logs()).isEqualTo(Map.of(7L, 8L));
        });
  }

  @Test
  void theLabelOfAReturnIsLetGoWhenNothingIsShownAnyMore() throws Exception {
    live.says("CAP REQ :batch labeled-response");
    live.hears("ACK");
    live.on(
        connection -> {
          LabelledEvent join = LabelledEvent.of(connection, 8);
          leftBehind(connection).leave(receiver(connection, LOBBY, 7, 3), parted(5));
          Receiver again = receiver(connection, LOBBY, 7, 8);
          leftBehind(connection).comeBack(again, join.encoded(), () -> {});
          join.caller().done();
          assertThat(join.isOpen(connection)).isTrue();
          connection.output().catchUp().stop();
          assertThat(join.isOpen(connection)).isFalse();
        });
  }
}
