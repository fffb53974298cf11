package conclave.room;

import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.Event.Joined;
import conclave.room.RoomCommand.Resume;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who was in when the server ended is in again, and has not come in for that. */
class ResumingTest {
  @Test
  void itIsNotKeptAndHasTheRolesThatTheAccountWasGivenForGood() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.does(new RoomCommand.Depart(user("alice"), "gone"));
    Decision decision = room.does(new Resume(user("alice"), "A"));
    Joined joined = (Joined) decision.events().get(0);
    assertThat(joined.stamp().isKept()).isFalse();
    assertThat(joined.roles()).isEqualTo(Set.of(Role.FOUNDER));
    assertThat(room.does(new Resume(user("alice"), "A")).events()).isEmpty();
  }

  @Test
  void aRoomThatIsNoLongerThereIsNotFoundedByIt() {
    TestRoom room = TestRoom.fresh();
    Decision decision = room.does(new Resume(user("alice"), "A"));
    assertThat(decision.events()).isEmpty();
    assertThat(decision.refusals()).isEmpty();
  }
}
