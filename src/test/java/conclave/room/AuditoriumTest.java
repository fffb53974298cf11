package conclave.room;

import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static conclave.room.TestRoom.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.Nick;
import conclave.room.RoomCommand.Depart;
import conclave.room.RoomCommand.Invite;
import conclave.room.RoomCommand.Rename;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In a room with +u an ordinary member never learns of another. */
class AuditoriumTest {
  private static TestRoom auditorium(String... others) {
    TestRoom room = TestRoom.ofAlice(others);
    room.mode("alice", "+u");
    return room;
  }

  /** May an ordinary member called carl see it, a half-operator called hal, and who does it? */
  private static List<Boolean> shown(Decision decision) {
    Event.InRoom event = (Event.InRoom) decision.events().get(0);
    return List.of(
        event.isFor(new Nick("carl"), Optional.empty()),
        event.isFor(new Nick("hal"), Optional.of(Role.HALFOP)),
        event.isFor(event.by().nick(), Optional.empty()));
  }

  private static List<String> seenBy(TestRoom room, String viewer) {
    return room.room.view().seenBy(new Nick(viewer)).members().stream()
        .map(member -> member.source().nick().text())
        .toList();
  }

  @Test
  void anOrdinaryMemberComesAndGoesUnseen() {
    TestRoom room = auditorium();
    List<Boolean> hidden = List.of(false, true, true);
    assertThat(shown(room.enters(user("bob")))).isEqualTo(hidden);
    assertThat(shown(room.does(new Rename(user("bob"), new Nick("rob"))))).isEqualTo(hidden);
    assertThat(shown(room.leaves("rob"))).isEqualTo(hidden);
    room.enters(user("bob"));
    assertThat(shown(room.does(new Depart(user("bob"), "x")))).isEqualTo(hidden);
  }

  @Test
  void whoIsPutOutIsShownThat() {
    TestRoom room = auditorium("bob");
    Decision decision = room.kicks("alice", "bob");
    Event.InRoom event = (Event.InRoom) decision.events().get(0);
    assertThat(event.isFor(new Nick("carl"), Optional.empty())).isFalse();
    assertThat(event.isFor(new Nick("BOB"), Optional.empty())).isTrue();
  }

  @Test
  void whoHasARoleIsSeenByAll() {
    TestRoom room = auditorium("bob", "carl");
    List<Boolean> open = List.of(true, true, true);
    assertThat(shown(room.mode("alice", "+v bob"))).isEqualTo(open);
    assertThat(shown(room.leaves("bob"))).isEqualTo(open);
    assertThat(shown(room.enters(user("bob")))).isEqualTo(open);
  }

  @Test
  void whatIsSaidIsForAll() {
    TestRoom room = auditorium("bob", "carl");
    assertThat(shown(room.says(user("bob")))).isEqualTo(List.of(true, true, true));
  }

  @Test
  void thoseWithoutARoleSeeThemselvesAndThoseWithOne() {
    TestRoom room = auditorium("bob", "carl", "dora");
    room.mode("alice", "+vh bob dora");
    assertThat(seenBy(room, "carl")).containsExactly("alice", "bob", "carl", "dora");
    room.enters(guest("gus"));
    assertThat(seenBy(room, "carl")).containsExactly("alice", "bob", "carl", "dora");
    assertThat(seenBy(room, "bob")).containsExactly("alice", "bob", "dora");
    assertThat(seenBy(room, "stranger")).containsExactly("alice", "bob", "dora");
    assertThat(seenBy(room, "dora")).containsExactly("alice", "bob", "carl", "dora", "gus");
  }

  @Test
  void masksNamePeopleAndAreForThoseWhoSeeThem() {
    TestRoom room = auditorium("bob");
    Decision decision = room.mode("alice", "+mb-t bob");
    assertThat(decision.events()).hasSize(2);
    assertThat(decision.events()).extracting(e -> e.stamp().seq()).containsExactly(4L, 5L);
    assertThat(decision.events())
        .extracting(e -> ((Event.InRoom) e).audience())
        .containsExactly(Optional.empty(), Optional.of(Role.HALFOP));
    assertThat(room.mode("alice", "+b zoe").events()).hasSize(1);
    assertThat(room.room.kept().lists()).hasSize(2);
  }

  @Test
  void anInvitationWouldTellWhoIsInAndIsForHalfOperators() {
    TestRoom room = auditorium("bob", "carl");
    Invite invite = new Invite(user("bob"), new Nick("carl"), false);
    assertThat(reasons(room.does(invite))).containsExactly(Reason.NEEDS_OPERATOR);
    room.mode("alice", "+h bob");
    assertThat(reasons(room.does(invite))).containsExactly(Reason.TARGET_ALREADY_IN_ROOM);
    Decision other = room.does(new Invite(user("bob"), new Nick("zoe"), false));
    assertThat(shown(other)).isEqualTo(List.of(false, true, true));
  }

  @Test
  void withoutTheModeEverybodySeesEverybody() {
    TestRoom room = auditorium("bob");
    room.mode("alice", "-u");
    assertThat(seenBy(room, "stranger")).containsExactly("alice", "bob");
    assertThat(shown(room.leaves("bob"))).isEqualTo(List.of(true, true, true));
  }
}
