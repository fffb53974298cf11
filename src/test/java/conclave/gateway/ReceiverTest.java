package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Role;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiverTest {
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
    return new EncodedEvent(said(seq));
  }

  private static Receiver receiver(Connection connection, long shown) {
    return new Receiver(
        connection, new Audience(new SeenOnce()), new Standing(LOBBY, user("bob").nick()), shown);
  }

  private static void show(Receiver receiver, long... sequences) {
    Arrays.stream(sequences).forEach(seq -> receiver.show(message(seq)));
  }

  /** What the peer was shown, up to this message. */
  private List<String> heardUpTo(String last) {
    return Arrays.stream(live.hears(":" + last + "\r\n").split("\r\n"))
        .map(line -> line.substring(line.lastIndexOf(':') + 1))
        .toList();
  }

  @Test
  void whatIsNewWaitsUntilWhatIsOldHasBeenShownAndNothingComesTwice() throws Exception {
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 5);
          show(receiver, 4, 5, 6, 7);
          connection.output().show(message(3));
          receiver.goLive(5);
          show(receiver, 6, 7, 8);
        });
    assertThat(heardUpTo("m8")).containsExactly("m3", "m6", "m7", "m8");
  }

  @Test
  void whatThePastHasShownAlreadyIsNotShownAgain() throws Exception {
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 0);
          show(receiver, 5, 6, 7);
          receiver.goLive(6);
          show(receiver, 8);
        });
    assertThat(heardUpTo("m8")).containsExactly("m7", "m8");
  }

  @Test
  void whatIsNotKeptWaitsAsTheRestAndIsNeverTakenForOld() throws Exception {
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 5);
          show(receiver, 6, 0);
          receiver.goLive(6);
          show(receiver, 0, 7);
        });
    assertThat(heardUpTo("m7")).containsExactly("m0", "m0", "m7");
  }

  @Test
  void ofTooMuchThatWaitsTheRestIsReadFromTheLog() throws Exception {
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 0);
          for (long seq = 1; seq <= 1_002; seq++) {
            receiver.show(message(seq));
          }
          receiver.goLive(0);
          receiver.show(message(1_003));
        });
    assertThat(heardUpTo("m1003")).containsExactly("m1003");
    assertThat(live.node().figures().fellBehind()).isEqualTo(1);
    assertThat(live.node().figures().behind()).isZero();
  }

  private static Event.Said said(long seq) {
    Stamp stamp = new Stamp(7, seq, seq, Origin.SERVER);
    return new Event.Said(stamp, LOBBY, user("alice"), SayKind.PRIVMSG, "m" + seq);
  }

  @Test
  void whatIsInNoLogWaitsForItsPlaceWhileTheRoomIsBehind() throws Exception {
    FailingPast past = behind();
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 0);
          receiver.goLive(0, 2);
          receiver.self().sees(Modes.INITIAL.after(ephemeral(true)));
          assertThat(receiver.misses(message(3))).isTrue();
          Event on =
              new Event.ModesChanged(stamp(4), LOBBY, user("alice"), List.of(ephemeral(true)));
          assertThat(receiver.misses(new EncodedEvent(on))).isTrue();
          connection.output().show(message(1));
          past.mend();
          connection.tick(0);
        });
    assertThat(heardUpTo("m3")).containsExactly("m1", "m3");
  }

  @Test
  void whoIsBehindWhereNothingIsKeptIsDroppedInTheEnd() throws Exception {
    behind();
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 0);
          receiver.goLive(0, 2);
          receiver.self().sees(Modes.INITIAL.after(ephemeral(true)));
          for (long seq = 3; seq <= 1_003; seq++) {
            receiver.misses(message(seq));
          }
        });
    live.hears("ERROR :Send queue exceeded: what was said is kept nowhere");
  }

  @Test
  void thatItIsOutIsShownThoughTheLogKeepsItNoMore() throws Exception {
    FailingPast past = behind();
    EncodedEvent kick =
        new EncodedEvent(
            new Event.Kicked(stamp(3), LOBBY, user("alice"), user("bob").nick(), "too slow"));
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 0);
          receiver.goLive(0, 2);
          assertThat(receiver.misses(kick)).isTrue();
          connection.output().catchUp().leftBehind().leave(receiver, kick);
          past.mend();
          connection.tick(0);
        });
    live.hears(":alice!alice@user/alice KICK #lobby bob :too slow\r\n");
  }

  /** A log that can't be read yet. */
  private FailingPast behind() throws Exception {
    live.close();
    FailingPast past = new FailingPast(List.of(), List.of(), 0);
    live = new LiveConnection(past).as(user("bob"));
    return past;
  }

  private static ModeChange ephemeral(boolean add) {
    return new ModeChange(add, Mode.EPHEMERAL, Optional.empty());
  }

  @Test
  void aQuitThatWaitsIsSeenWhereItIsShownFirst() throws Exception {
    SeenOnce seen = new SeenOnce();
    Event.Departed quit = new Event.Departed(stamp(3), LOBBY, user("carl"), "gone");
    live.on(
        connection -> {
          Receiver receiver =
              new Receiver(
                  connection, new Audience(seen), new Standing(LOBBY, user("bob").nick()), 0);
          assertThat(receiver.misses(new EncodedEvent(quit))).isTrue();
          seen.told(quit.stamp().origin(), connection);
          receiver.goLive(0);
          connection.output().show(message(4));
        });
    assertThat(live.hears(":m4\r\n")).doesNotContain("QUIT");
  }

  private static EncodedEvent toOperators(long seq) {
    return new EncodedEvent(
        new Event.Said(
            new Stamp(7, seq, seq, Origin.SERVER),
            LOBBY,
            user("alice"),
            SayKind.PRIVMSG,
            "m" + seq,
            ClientTags.NONE,
            Optional.of(Role.OPERATOR)));
  }

  private static Event.ModesChanged mode(boolean add, Mode mode, String nick) {
    ModeChange change = new ModeChange(add, mode, Optional.of(nick));
    return new Event.ModesChanged(stamp(1), LOBBY, user("alice"), List.of(change));
  }

  private static boolean mayShow(Receiver receiver) {
    return receiver.mayShow((Event.InRoom) toOperators(9).event());
  }

  @Test
  void itsUsersRolesAndNickAreFollowed() throws Exception {
    List<Boolean> may = new ArrayList<>();
    live.on(
        connection -> {
          Receiver receiver = receiver(connection, 0);
          receiver.goLive(0);
          may.add(mayShow(receiver));
          receiver.self().follow(mode(true, Mode.OPERATOR, "BOB"));
          may.add(mayShow(receiver));
          receiver.self().follow(mode(false, Mode.OPERATOR, "carl"));
          may.add(mayShow(receiver));
          receiver.self().follow(user("bob").nick(), user("rob").nick());
          receiver.self().follow(mode(false, Mode.OPERATOR, "bob"));
          may.add(mayShow(receiver));
          receiver.self().follow(mode(false, Mode.OPERATOR, "rob"));
          may.add(mayShow(receiver));
        });
    assertThat(may).containsExactly(false, true, true, true, false);
  }

  @Test
  void whatWasHeldBackIsShownAsTheRankIsWhenItIsShown() throws Exception {
    live.on(
        connection -> {
          Receiver member = receiver(connection, 0);
          member.show(toOperators(1));
          member.show(message(2));
          member.goLive(0);
          Receiver operator = receiver(connection, 0);
          operator.show(toOperators(3));
          operator.self().is(Set.of(Role.FOUNDER), 1);
          operator.show(message(4));
          operator.goLive(0);
        });
    assertThat(heardUpTo("m4")).containsExactly("m2", "m3", "m4");
  }

  @Test
  void aViewerIsToldOnceOfWhatHappenedInSeveralRooms() throws Exception {
    SeenOnce seen = new SeenOnce();
    List<Boolean> isNew = new ArrayList<>();
    Origin quit = new Origin("c9", 1);
    try (LiveConnection another = new LiveConnection()) {
      another.on(other -> isNew.add(seen.isNew(quit, other)));
      live.on(
          connection -> {
            isNew.add(seen.isNew(quit, connection));
            isNew.add(seen.isNew(quit, connection));
            isNew.add(seen.isNew(new Origin("c9", 2), connection));
          });
    }
    assertThat(isNew).containsExactly(true, true, false, true);
  }

  @Test
  void ofManyDeparturesTheLastThousandAreToldApart() throws Exception {
    SeenOnce seen = new SeenOnce();
    List<Boolean> isNew = new ArrayList<>();
    live.on(
        connection -> {
          for (int i = 0; i <= 1_000; i++) {
            seen.isNew(new Origin("c", i), connection);
          }
          isNew.add(seen.isNew(new Origin("c", 1), connection));
          isNew.add(seen.isNew(new Origin("c", 0), connection));
        });
    assertThat(isNew).containsExactly(false, true);
  }
}
