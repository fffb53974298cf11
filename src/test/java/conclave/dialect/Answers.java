package conclave.dialect;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.member;
import static conclave.room.Mothers.user;

import conclave.command.Counts;
import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.name.Mask;
import conclave.name.Source;
import conclave.room.ListEntry;
import conclave.room.Member;
import conclave.room.Mode;
import conclave.room.Modes;
import conclave.room.Role;
import conclave.room.RoomView;
import conclave.room.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What answers are about. */
public final class Answers {
  public static final ServerFacts FACTS =
      new ServerFacts(
          "irc.example",
          "Conclave",
          "1.2.3",
          "today",
          List.of("CASEMAPPING=ascii", "UTF8ONLY"),
          List.of("Be kind."));

  public static final Counts COUNTS = new Counts(3, 1, 1, 2, 4, 9, 3, 9, 1, 5);

  /** A room with alice, its founder and operator, and gus. */
  public static final RoomView ROOM =
      new RoomView(
          LOBBY,
          1,
          9,
          NOW,
          Optional.of(new Topic("tea & cake", "alice!alice@user/alice", NOW)),
          new Modes(Set.of(Mode.NO_EXTERNAL), Optional.of("sesame"), 0),
          List.of(new ListEntry(Mode.BAN, Mask.of("spam"), "alice", NOW)),
          List.of(member(user("alice"), Role.FOUNDER, Role.OPERATOR), member(guest("gus"))));

  /** A room with 2000 members and no topic. */
  public static final RoomView BIG =
      new RoomView(LOBBY, 1, 9, NOW, Optional.empty(), Modes.INITIAL, List.of(), many());

  private Answers() {}

  private static List<Member> many() {
    return IntStream.range(0, 2_000).mapToObj(i -> member(user("member" + i))).toList();
  }

  /** The members of {@link #ROOM} as a WHO shows them; alice administers the server. */
  public static UserAnswer.WhoAre who(UserAnswer.WhoFields fields) {
    List<UserAnswer.Person> people =
        ROOM.members().stream()
            .map(
                member ->
                    person(
                        member.source(),
                        Optional.of(member),
                        member.source().account().isPresent()))
            .toList();
    return new UserAnswer.WhoAre("#lobby", Optional.of(ROOM), people, fields);
  }

  /** Somebody who is here, as a WHO shows it. */
  public static UserAnswer.Person person(
      Source who, Optional<Member> member, boolean isServerOperator) {
    String realname = who.nick() + " R.";
    return new UserAnswer.Person(
        who,
        realname,
        member,
        !isServerOperator,
        isServerOperator,
        7,
        Optional.of("2001:db8:0:0:0:0:0:1"),
        Optional.empty());
  }

  /** The answer to a WHOIS that is about this user, who is connected from somewhere hidden. */
  public static Reply whois(User user, List<String> rooms) {
    return new Reply.OfUsers(
        new UserAnswer.WhoisIs(user, rooms, 5, List.of(), List.of(), List.of()));
  }
}
