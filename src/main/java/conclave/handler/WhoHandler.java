package conclave.handler;

import conclave.command.Command.Who;
import conclave.command.Reply;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.command.UserAnswer.Person;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Member;
import conclave.room.Reason;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** WHO: the members of a room, one user by nick, or whom a mask covers (Modern IRC §WHO; WHOX). */
final class WhoHandler implements CommandHandler<Who> {
  /** So many people a mask shows at most. */
  static final int MAX = 1_000;

  private final Rooms rooms;
  private final Users users;
  private final Servers servers;

  WhoHandler(Rooms rooms, Users users, Servers servers) {
    this.rooms = rooms;
    this.users = users;
    this.servers = servers;
  }

  @Override
  public Future<Void> handle(Who who, Caller caller) {
    String mask = who.mask().or(() -> caller.currentRoom().map(RoomName::text)).orElse("*");
    if (!mask.startsWith("#")) {
      return ofMask(mask, who, caller);
    }
    return RoomName.parse(mask)
        .map(rooms::look)
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(
            view ->
                view.filter(v -> v.isVisibleTo(caller.source().nick()))
                    .map(new Sight(users, caller)::seen))
        .compose(view -> caller.answer(new Reply.OfUsers(ofRoom(mask, view, who, caller))));
  }

  private UserAnswer ofRoom(String mask, Optional<RoomView> view, Who who, Caller caller) {
    List<Person> people =
        view.stream()
            .flatMap(room -> room.members().stream())
            .map(member -> person(member, caller))
            .filter(person -> person.isServerOperator() || !who.operatorsOnly())
            .toList();
    return new UserAnswer.WhoAre(mask, view, people, who.fields());
  }

  private Future<Void> ofMask(String mask, Who who, Caller caller) {
    return covered(mask, caller).compose(found -> answer(found, mask, who, caller));
  }

  private Future<Void> answer(List<User> found, String mask, Who who, Caller caller) {
    List<Person> people =
        found.stream()
            .filter(user -> user.isServerOperator() || !who.operatorsOnly())
            .limit(MAX + 1L)
            .map(user -> person(user, Optional.empty(), caller))
            .toList();
    if (people.size() > MAX) {
      caller.refuse(Reason.TOO_MANY_MATCHES, "WHO");
    }
    List<Person> shown = people.subList(0, Math.min(people.size(), MAX));
    return caller.answer(
        new Reply.OfUsers(new UserAnswer.WhoAre(mask, Optional.empty(), shown, who.fields())));
  }

  /** A nick finds anybody; a mask, only those whom the caller meets in a room. */
  private Future<List<User>> covered(String mask, Caller caller) {
    return Nick.parse(mask)
        .flatMap(users::find)
        .map(one -> Future.succeededFuture(List.of(one)))
        .orElseGet(() -> new Sight(users, caller).covered(mask, rooms));
  }

  private Person person(Member member, Caller caller) {
    return users
        .find(member.source().nick())
        .map(user -> person(user, Optional.of(member), caller))
        .orElseGet(
            () ->
                new Person(
                    member.source(),
                    member.realname(),
                    Optional.of(member),
                    false,
                    false,
                    0,
                    Optional.empty(),
                    Optional.empty()));
  }

  private Person person(User user, Optional<Member> member, Caller caller) {
    Sight sight = new Sight(users, caller);
    return new Person(
        user.source(),
        user.realname(),
        member,
        user.away().isPresent(),
        user.isServerOperator(),
        sight.idleSeconds(user),
        sight.addresses(user).stream().findFirst(),
        sight.servers(user, servers).stream().findFirst());
  }
}
