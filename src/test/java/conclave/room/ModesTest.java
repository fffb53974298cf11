package conclave.room;

import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static conclave.room.TestRoom.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.Event.ModesChanged;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModesTest {
  /** {@code +o bob -m}: what a decision says has changed. */
  private static List<String> changes(Decision decision) {
    return decision.events().stream()
        .flatMap(event -> ((ModesChanged) event).changes().stream())
        .map(
            c ->
                (c.add() ? "+" : "-")
                    + c.mode().letter()
                    + c.argument().map(a -> " " + a).orElse(""))
        .toList();
  }

  @Test
  void aNewRoomIsForMembersAndItsTopicForOperators() {
    assertThat(TestRoom.ofAlice().modes()).isEqualTo("+nt");
  }

  @Test
  void modesAreShownWithTheirArgumentsAndTheKeyToMembersOnly() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+kl-t+s key 10");
    assertThat(room.modes()).isEqualTo("+klns key 10");
    assertThat(room.room.kept().modes().text(false)).isEqualTo("+klns * 10");
  }

  @Test
  void onlyWhatReallyChangesIsAnEvent() {
    TestRoom room = TestRoom.ofAlice("bob");
    assertThat(changes(room.mode("alice", "+nmt-s"))).containsExactly("+m");
    assertThat(room.mode("alice", "+m")).isEqualTo(Decision.NOTHING);
    assertThat(changes(room.mode("alice", "+vv bob BOB"))).containsExactly("+v bob");
    assertThat(changes(room.mode("alice", "+bb x X"))).containsExactly("+b x!*@*");
    assertThat(changes(room.mode("alice", "+k-k+k a * b"))).containsExactly("+k a", "-k a", "+k b");
    assertThat(changes(room.mode("alice", "+ll 5 5"))).containsExactly("+l 5");
  }

  @Test
  void theLastOfSeveralChangesHolds() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+o-o bob bob");
    assertThat(room.roles("bob")).isEmpty();
    room.mode("alice", "+i-i");
    assertThat(room.modes()).isEqualTo("+nt");
    room.mode("alice", "+b-b x x");
    assertThat(room.room.kept().lists()).isEmpty();
  }

  @Test
  void aMemberChangesNothing() {
    TestRoom room = TestRoom.ofAlice("bob");
    Decision decision = room.mode("bob", "+mo-n bob");
    assertThat(decision.refusals()).containsExactly(Refusal.of(Reason.NEEDS_OPERATOR, "#lobby"));
    assertThat(decision.events()).isEmpty();
    assertThat(reasons(room.mode("carl", "+m"))).containsExactly(Reason.NOT_IN_ROOM);
  }

  @ParameterizedTest
  @CsvSource({
    "q, +q, true", "q, +a, true", "a, +q, false", "a, +a, false", "a, +o, true", "o, +o, true",
    "o, +h, true", "o, +a, false", "h, +o, false", "h, +h, false", "h, +v, true", "h, +b, true",
    "h, +e, true", "h, +I, true", "h, +m, false", "v, +v, false", "v, +b, false", "o, +m, true"
  })
  void whatARoleMayChange(String role, String change, boolean may) {
    TestRoom room = TestRoom.ofAlice("bob", "carl");
    room.mode("alice", "+" + role + " bob");
    Decision decision = room.mode("bob", change + " carl");
    assertThat(decision.events()).hasSize(may ? 1 : 0);
    Reason no = "qa".indexOf(change.charAt(1)) >= 0 ? Reason.NEEDS_FOUNDER : Reason.NEEDS_OPERATOR;
    assertThat(reasons(decision)).isEqualTo(may ? List.of() : List.of(no));
  }

  @Test
  void everybodyMayGiveUpARoleOfTheirOwn() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+qaohv bob bob bob bob bob");
    room.mode("bob", "-qaohv bob BOB bob bob bob");
    assertThat(room.roles("bob")).isEmpty();
  }

  @Test
  void whatIsAllowedIsDoneAndTheRestIsRefused() {
    TestRoom room = TestRoom.ofAlice("bob");
    room.mode("alice", "+o bob");
    Decision decision = room.mode("bob", "+mqo bob zoe");
    assertThat(changes(decision)).containsExactly("+m");
    assertThat(decision.refusals())
        .containsExactly(
            Refusal.of(Reason.NEEDS_FOUNDER, "#lobby"),
            Refusal.of(Reason.TARGET_NOT_IN_ROOM, "zoe", "#lobby"));
  }

  @Test
  void anAdministratorChangesModesFromOutside() {
    TestRoom room = TestRoom.ofAlice();
    assertThat(changes(room.mode("root", "+m-q alice", true))).containsExactly("+m", "-q alice");
    assertThat(room.room.kept().hasFounder()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {":a", "a,b", "", "123456789012345678901234", "a\u0007", "a\u007f"})
  void aKeyThatNobodyCouldTypeIsRefused(String key) {
    TestRoom room = TestRoom.ofAlice();
    ModeChange change = new ModeChange(true, Mode.KEY, Optional.of(key));
    Decision decision =
        room.does(new RoomCommand.ChangeModes(user("alice"), List.of(change), false));
    assertThat(reasons(decision)).containsExactly(Reason.INVALID_KEY);
  }

  @Test
  void aKeyIsTakenAwayWithoutKnowingIt() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+k sesame");
    assertThat(changes(room.mode("alice", "-k"))).containsExactly("-k sesame");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "1e3", "99999999999", "٣"})
  void aLimitThatIsNoNumberIsRefused(String limit) {
    TestRoom room = TestRoom.ofAlice();
    Decision decision = room.mode("alice", "+l " + limit);
    assertThat(decision.events()).isEmpty();
    assertThat(decision.refusals())
        .containsExactly(Refusal.of(Reason.BAD_MODE_PARAMETER, "#lobby", "l", limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ":x", "a b", "a\u0007", "~a:", "~x:y", "~q:", "~q:~q:x", "~q:~x:y"})
  void aMaskThatCoversNobodyOrIsNoWordIsRefused(String mask) {
    TestRoom room = TestRoom.ofAlice();
    ModeChange change = new ModeChange(true, Mode.BAN, Optional.of(mask));
    Decision decision =
        room.does(new RoomCommand.ChangeModes(user("alice"), List.of(change), false));
    assertThat(reasons(decision)).containsExactly(Reason.BAD_MODE_PARAMETER);
  }

  @Test
  void nobodyIsInvitedQuietly() {
    TestRoom room = TestRoom.ofAlice();
    assertThat(reasons(room.mode("alice", "+I ~q:bob"))).containsExactly(Reason.BAD_MODE_PARAMETER);
    assertThat(changes(room.mode("alice", "+b ~Q:~A:Bob"))).containsExactly("+b ~q:~a:bob");
  }

  @ParameterizedTest
  @CsvSource({
    "h, -v, v, true", "h, -v, ov, false", "h, -v, hv, true", "o, -o, ao, false", "o, -v, qv, false",
    "o, -h, oh, true", "q, -q, q, true", "a, -o, qo, false", "a, -o, ao, true", "o, +v, q, true"
  })
  void nobodyTakesAnythingFromSomebodyAbove(String rank, String change, String has, boolean may) {
    TestRoom room = TestRoom.ofAlice("bob", "carl");
    room.mode("alice", "+" + rank + " bob");
    room.mode("alice", "+" + has + " carl".repeat(has.length()));
    Decision decision = room.mode("bob", change + " carl");
    assertThat(decision.events()).hasSize(may ? 1 : 0);
    assertThat(decision.refusals()).hasSize(may ? 0 : 1);
  }

  @Test
  void theListsOfARoomHaveALimitTogether() {
    TestRoom room = TestRoom.ofAlice();
    Decision decision = room.mode("alice", "+bbeII a b c d e");
    assertThat(room.room.kept().lists()).hasSize(4);
    assertThat(decision.refusals())
        .containsExactly(Refusal.of(Reason.LIST_IS_FULL, "#lobby", "e!*@*"));
    assertThat(room.mode("alice", "+b a")).isEqualTo(Decision.NOTHING);
    room.mode("alice", "-b+b a f");
    assertThat(room.room.kept().lists())
        .extracting(entry -> entry.mask().text())
        .contains("f!*@*")
        .doesNotContain("a!*@*");
  }

  @Test
  void aListSaysWhoSetAnEntryAndWhen() {
    TestRoom room = TestRoom.ofAlice();
    room.mode("alice", "+b x");
    assertThat(room.room.kept().lists().get(0).by()).isEqualTo("alice");
    assertThat(room.room.kept().lists().get(0).time()).isEqualTo(Mothers.NOW + 2);
  }

  @Test
  void aGuestsRoleIsNotKept() {
    TestRoom room = TestRoom.ofAlice();
    room.enters(guest("gus"));
    room.mode("alice", "+o gus");
    assertThat(room.roles("gus")).containsExactly(Role.OPERATOR);
    assertThat(room.room.kept().grants()).containsOnlyKeys("alice");
  }
}
