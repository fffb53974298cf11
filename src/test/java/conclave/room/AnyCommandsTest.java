package conclave.room;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.RoomCommand.ChangeModes;
import conclave.room.RoomCommand.Depart;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Invite;
import conclave.room.RoomCommand.Kick;
import conclave.room.RoomCommand.Leave;
import conclave.room.RoomCommand.Rename;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomCommand.SetTopic;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever several people do in a room, in whatever order. */
class AnyCommandsTest {
  private static final List<Source> PEOPLE =
      List.of(user("alice"), user("bob"), user("carl"), guest("gus"), guest("hal"), user("ivy"));

  private final Set<String> members = new HashSet<>();

  @Property(tries = 400)
  void theRoomHoldsTogether(
      @ForAll("doings") List<RoomCommand> commands, @ForAll("rooms") int kind) {
    TestRoom acting = kind == 0 ? TestRoom.byConfiguration() : TestRoom.fresh();
    members.clear();
    long clock = NOW;
    for (RoomCommand command : commands) {
      clock += command.hashCode() % 3; // a clock that jumps to and fro
      if (!isForbiddenByTheDirectory(command)) {
        obey(acting.room, command, clock);
      }
    }
  }

  /** Nobody takes the nick of somebody who is here. */
  private boolean isForbiddenByTheDirectory(RoomCommand command) {
    return command instanceof Rename rename && members.contains(rename.to().key());
  }

  private void obey(Room room, RoomCommand command, long clock) {
    RoomView before = room.view();
    RoomState kept = room.kept();
    Decision decision = room.decide(command, new Origin("c", 1), clock);
    assertThat(room.view()).isEqualTo(before);
    assertThat(room.kept()).isSameAs(kept);
    if (!decision.refusals().isEmpty() && !(command instanceof ChangeModes)) {
      assertThat(decision.events()).isEmpty();
    }
    long seq = room.seq();
    for (Event event : decision.events()) {
      assertThat(event.stamp().seq()).isEqualTo(++seq);
      assertThat(event.by()).isEqualTo(command.by());
      assertNobodyLearnsOfTheHidden(room, event);
      room.apply(event);
      follow(event);
    }
    assertThat(room.seq()).isEqualTo(seq);
    assertThat(keys(room)).isEqualTo(members);
    assertThatOnlyTheTrustedExceedTheLimit(room, command, decision);
    assertThat(room.kept().lists()).hasSizeLessThanOrEqualTo(room.limits().listEntries());
    assertThat(room.copy().view()).isEqualTo(room.view());
    assertViewsFit(room);
    room.members().forEach(member -> assertGrantsAgree(room, member));
  }

  /** In an auditorium, who has no role comes, goes and is renamed unseen by others without one. */
  private static void assertNobodyLearnsOfTheHidden(Room room, Event event) {
    if (!(event instanceof Event.InRoom inRoom) || !room.kept().modes().has(Mode.AUDITORIUM)) {
      return;
    }
    Nick subject = event instanceof Event.Kicked kicked ? kicked.target() : event.by().nick();
    boolean isMove = !(event instanceof Event.Said || event instanceof Event.TopicChanged);
    boolean isOpen =
        event instanceof Event.Joined joined
            ? !joined.roles().isEmpty()
            : room.member(subject).filter(m -> !m.roles().isEmpty()).isPresent();
    for (Member viewer : room.members()) {
      boolean isOther = !inRoom.concerns(viewer.source().nick());
      boolean isModeChange = event instanceof Event.ModesChanged;
      if (isMove && !isModeChange && !isOpen && isOther && !viewer.isAtLeast(Role.HALFOP)) {
        assertThat(inRoom.isFor(viewer.source().nick(), viewer.highest())).isFalse();
      }
    }
  }

  /** What a viewer is told of the room fits what the viewer may know. */
  private static void assertViewsFit(Room room) {
    RoomView view = room.view();
    for (Source person : PEOPLE) {
      Optional<Member> self = room.member(person.nick());
      boolean isHidden = view.modes().has(Mode.SECRET) && self.isEmpty();
      assertThat(view.isVisibleTo(person.nick())).isEqualTo(!isHidden);
      boolean seesAll =
          !view.modes().has(Mode.AUDITORIUM)
              || self.filter(member -> member.isAtLeast(Role.HALFOP)).isPresent();
      List<Member> expected =
          view.members().stream()
              .filter(m -> seesAll || !m.roles().isEmpty() || self.equals(Optional.of(m)))
              .toList();
      assertThat(view.seenBy(person.nick()).members()).isEqualTo(expected);
    }
  }

  private static void assertThatOnlyTheTrustedExceedTheLimit(
      Room room, RoomCommand command, Decision decision) {
    for (Event event : decision.events()) {
      if (event instanceof Event.Joined joined
          && command instanceof Enter enter
          && !enter.isServerOperator()
          && joined.roles().stream().noneMatch(role -> role.isAtLeast(Role.OPERATOR))) {
        assertThat(room.members()).hasSizeLessThanOrEqualTo(room.limits().maxMembers());
      }
    }
  }

  /** What an account bears in the room, under whatever nicks, is what it would get back. */
  private static void assertGrantsAgree(Room room, Member member) {
    Optional<AccountName> account = member.source().account();
    if (account.isPresent() && room.kept().hasFounder()) {
      Set<Role> borne = new HashSet<>();
      room.members().stream()
          .filter(each -> each.source().account().equals(account))
          .forEach(each -> borne.addAll(each.roles()));
      String key = account.get().key();
      assertThat(borne).containsAll(room.kept().grants().getOrDefault(key, Set.of()));
    }
  }

  private static Set<String> keys(Room room) {
    Set<String> keys = new HashSet<>();
    room.members().forEach(member -> keys.add(member.source().nick().key()));
    return keys;
  }

  private void follow(Event event) {
    if (event instanceof Event.Joined) {
      assertThat(members.add(event.by().nick().key())).isTrue();
    } else if (event instanceof Event.Parted || event instanceof Event.Departed) {
      assertThat(members.remove(event.by().nick().key())).isTrue();
    } else if (event instanceof Event.Kicked kicked) {
      assertThat(members.remove(kicked.target().key())).isTrue();
    } else if (event instanceof Event.Renamed renamed) {
      assertThat(members.remove(event.by().nick().key())).isTrue();
      assertThat(members.add(renamed.to().key())).isTrue();
    }
  }

  @Provide
  Arbitrary<Integer> rooms() {
    return Arbitraries.integers().between(0, 1);
  }

  @Provide
  Arbitrary<List<RoomCommand>> doings() {
    Arbitrary<Source> who = Arbitraries.of(PEOPLE);
    Arbitrary<Nick> nick = who.map(Source::nick);
    Arbitrary<Boolean> rarely = Arbitraries.integers().between(0, 9).map(i -> i == 0);
    Arbitrary<RoomCommand> enter =
        Combinators.combine(who, Arbitraries.of("k", "").optional(), rarely)
            .as((by, key, isServerOperator) -> new Enter(by, "R", key, true, isServerOperator));
    Arbitrary<RoomCommand> kick =
        Combinators.combine(who, nick, rarely).as((by, to, admin) -> new Kick(by, to, "x", admin));
    Arbitrary<RoomCommand> invite =
        Combinators.combine(who, nick, rarely).as((by, to, admin) -> new Invite(by, to, admin));
    Arbitrary<RoomCommand> topic =
        Combinators.combine(who, Arbitraries.of("", "tea"), rarely)
            .as((by, text, isServerOperator) -> new SetTopic(by, text, isServerOperator));
    Arbitrary<RoomCommand> modes =
        Combinators.combine(who, lines(), rarely)
            .as(
                (by, line, isServerOperator) ->
                    new ChangeModes(by, line.changes(), isServerOperator));
    Arbitrary<RoomCommand> rename = who.map(by -> new Rename(by, new Nick(by.nick().key() + "_")));
    return Arbitraries.frequencyOf(
            Tuple.of(4, enter),
            Tuple.of(1, who.map(by -> new Leave(by, Optional.empty()))),
            Tuple.of(1, who.map(by -> new Depart(by, "gone"))),
            Tuple.of(1, who.map(by -> new Say(by, SayKind.PRIVMSG, "x"))),
            Tuple.of(1, kick),
            Tuple.of(1, invite),
            Tuple.of(1, topic),
            Tuple.of(1, rename),
            Tuple.of(4, modes))
        .list()
        .ofMaxSize(60);
  }

  private static Arbitrary<ModeLine> lines() {
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("+-qaohvbeIfklimnstcCMRTuE").ofMaxLength(8);
    Arbitrary<List<String>> arguments =
        Arbitraries.of(
                "alice",
                "Bob",
                "gus",
                "zoe",
                "*",
                "k",
                "2",
                "*!*@user/*",
                "#hall",
                "~a:bob",
                "~q:ivy")
            .list()
            .ofMaxSize(6);
    return Combinators.combine(letters, arguments).as(ModeLine::parse);
  }
}
