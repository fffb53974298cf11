package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.member;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Delivery;
import conclave.command.User;
import conclave.handler.NoPast;
import conclave.handler.Users;
import conclave.room.Event;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.Said;
import conclave.room.Member;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.RoomView;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrivalTest {
  private final SlowRooms rooms = new SlowRooms();
  private LiveConnection live;

  @BeforeEach
  void connect() throws Exception {
    live = new LiveConnection(new NoPast(), rooms);
  }

  @AfterEach
  void disconnect() {
    live.close();
  }

  private static RoomView view(long seq, Member... members) {
    return new RoomView(
        LOBBY, 7, seq, 0, Optional.empty(), Modes.INITIAL, List.of(), List.of(members));
  }

  private static Event joined(long seq) {
    return new Joined(stamp(seq), LOBBY, user("bob"), "Bob", Set.of());
  }

  private static Event kicked(long seq) {
    return new Kicked(stamp(seq), LOBBY, user("alice"), user("bob").nick(), "out");
  }

  private static Event said(long seq) {
    Stamp stamp = new Stamp(7, seq, seq, Origin.SERVER);
    return new Said(stamp, LOBBY, user("alice"), SayKind.PRIVMSG, "m" + seq);
  }

  private void happens(Event... events) throws Exception {
    live.on(connection -> live.rooms().deliver(new Delivery(List.of(events))));
  }

  @Test
  void whoIsThrownOutAndComesBackWhileThePastIsReadSeesEachStayWhole() throws Exception {
    live.as(user("bob"));
    happens(joined(1), said(2), kicked(3), said(4), joined(5), said(6));
    RoomView before = view(1, member(user("bob")));
    RoomView after = view(6, member(user("bob")), member(user("carl")));
    live.on(
        connection -> {
          rooms.answer(before); // to the first arrival
          rooms.answer(after); // what the second stay keeps
          rooms.answer(after); // to the second arrival
        });
    String from = ":alice!alice@user/alice ";
    String server = ":irc.example ";
    assertThat(live.hears("m6\r\n"))
        .endsWith(
            String.join(
                "\r\n",
                ":bob!bob@user/bob JOIN #lobby",
                server + "353 bob = #lobby :bob",
                server + "366 bob #lobby :End of NAMES list",
                from + "PRIVMSG #lobby :m2",
                from + "KICK #lobby bob :out",
                ":bob!bob@user/bob JOIN #lobby",
                server + "353 bob = #lobby :bob carl",
                server + "366 bob #lobby :End of NAMES list",
                from + "PRIVMSG #lobby :m6",
                ""));
  }

  @Test
  void whoWasThrownOutWhileAnotherConnectionCameIsNotInTheRoomThere() throws Exception {
    User bob = new User(user("bob"), "Bob", 0, false, true, Set.of());
    live.node().users().claim(bob, "c1");
    live.node().users().entered(user("bob").nick(), LOBBY);
    live.on(connection -> connection.admitted(bob, Users.Claim.ATTACHED));
    happens(said(4));
    live.on(connection -> rooms.answer(view(3)));
    happens(said(5));
    live.on(
        connection -> {
          assertThat(connection.rooms()).isEmpty();
          assertThat(live.rooms().viewers(LOBBY)).isEmpty();
          connection.output().write("after\r\n".getBytes(UTF_8));
        });
    assertThat(live.hears("after\r\n")).doesNotContain("PRIVMSG").doesNotContain("JOIN");
    assertThat(live.node().users().find(user("bob").nick()).orElseThrow().rooms()).isEmpty();
  }
}
