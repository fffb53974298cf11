package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.member;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Delivery;
import conclave.command.User;
import conclave.handler.NoPast;
import conclave.handler.Users;
import conclave.room.Event;
import conclave.room.Event.Joined;
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

/** Whose user is in a room already is shown that, whatever has come in between. */
class AttachingTest {
  private static final String IN =
      String.join(
          "\r\n",
          ":bob!bob@user/bob JOIN #lobby",
          ":irc.example 353 bob = #lobby :bob",
          ":irc.example 366 bob #lobby :End of NAMES list",
          "");

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

  private static Event said(long seq) {
    Stamp stamp = new Stamp(7, seq, seq, Origin.SERVER);
    return new Said(stamp, LOBBY, user("alice"), SayKind.PRIVMSG, "m" + seq);
  }

  private void happens(Event... events) throws Exception {
    live.on(connection -> live.rooms().deliver(new Delivery(List.of(events))));
  }

  private void asks(String line) {
    live.says(line);
    live.until(connection -> rooms.isAsked());
  }

  @Test
  void whoWasInAllAlongIsShownTheRoomItAsksFor() throws Exception {
    live.as(user("bob"));
    asks("JOIN #lobby");
    Stamp late = new Stamp(7, 3, 3, Origin.SERVER);
    happens(said(2), new Joined(late, LOBBY, user("bob"), "Bob", Set.of()), said(6));
    live.on(connection -> rooms.answer(view(5, member(user("bob")))));
    assertThat(live.hears("m6\r\n"))
        .endsWith(IN + ":alice!alice@user/alice PRIVMSG #lobby :m6\r\n");
    live.on(connection -> assertThat(connection.rooms()).containsExactly(LOBBY));
  }

  @Test
  void whatItAskedForWithALabelIsAnsweredWithIt() throws Exception {
    live.as(user("bob"));
    live.says("CAP REQ :batch labeled-response message-tags");
    live.hears("ACK");
    asks("@label=x JOIN #lobby");
    live.on(connection -> rooms.answer(view(5, member(user("bob")))));
    assertThat(live.hears("BATCH -"))
        .contains("@label=x")
        .containsSubsequence("BATCH +", "JOIN #lobby", " 353 ", " 366 ", "BATCH -");
  }

  @Test
  void whoWasPutOutMeanwhileIsToldToTryAgain() throws Exception {
    live.as(user("bob"));
    asks("JOIN #lobby");
    live.on(connection -> rooms.answer(view(5)));
    assertThat(live.hears("try again\r\n")).doesNotContain("JOIN #lobby\r\n");
    happens(said(6));
    live.on(
        connection -> {
          assertThat(connection.rooms()).isEmpty();
          assertThat(live.rooms().viewers(LOBBY)).isEmpty();
        });
  }

  @Test
  void aRoomWhoseOwnerDoesNotAnswerIsShownWhenItDoes() throws Exception {
    User bob = new User(user("bob"), "Bob", 0, false, true, Set.of());
    live.node().users().claim(bob, "c1");
    live.node().users().entered(user("bob").nick(), LOBBY);
    live.on(connection -> connection.admitted(bob, Users.Claim.ATTACHED));
    live.on(connection -> rooms.fail());
    happens(said(4));
    live.until(connection -> rooms.isAsked());
    live.on(connection -> rooms.answer(view(4, member(user("bob")))));
    happens(said(5));
    assertThat(live.hears("m5\r\n"))
        .endsWith(IN + ":alice!alice@user/alice PRIVMSG #lobby :m5\r\n");
  }

  @Test
  void itMayAskForTheRoomBeforeThat() throws Exception {
    User bob = new User(user("bob"), "Bob", 0, false, true, Set.of());
    live.node().users().claim(bob, "c1");
    live.node().users().entered(user("bob").nick(), LOBBY);
    live.on(connection -> connection.admitted(bob, Users.Claim.ATTACHED));
    live.on(connection -> rooms.fail());
    asks("JOIN #lobby");
    live.on(connection -> rooms.answer(view(4, member(user("bob")))));
    live.on(connection -> connection.output().write("after\r\n".getBytes(UTF_8)));
    assertThat(live.hears("after\r\n")).endsWith(IN + "after\r\n");
  }
}
