package conclave.handler;

import conclave.command.Command.Who;
import conclave.command.Reply;
import conclave.command.User;
import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * WHO: the members of a room, or one user by nick; a mask shows administrators everybody it covers.
 */
final class WhoHandler implements CommandHandler<Who> {
  private final Rooms rooms;
  private final Users users;

  WhoHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Who who, Caller caller) {
    Optional<String> mask = who.mask().or(() -> caller.currentRoom().map(RoomName::text));
    if (mask.isEmpty() || !mask.get().startsWith("#")) {
      return caller.answer(new Reply.WhoUsers(mask.orElse("*"), covered(mask.orElse("*"), caller)));
    }
    String text = mask.get();
    return RoomName.parse(text)
        .map(rooms::look)
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(
            view ->
                view.filter(v -> v.isVisibleTo(caller.source().nick()))
                    .map(v -> v.seenBy(caller.source().nick())))
        .compose(
            view ->
                caller.answer(
                    view.<Reply>map(v -> new Reply.WhoRoom(v, admins(v)))
                        .orElseGet(() -> new Reply.WhoUsers(text, List.of()))));
  }

  private List<User> covered(String mask, Caller caller) {
    Optional<User> one = Nick.parse(mask).flatMap(users::find);
    if (one.isPresent() || !caller.registration().isAdmin()) {
      return one.stream().toList();
    }
    return users.all().stream()
        .filter(user -> Mask.matches(CaseFold.fold(mask), user.source().nick().key()))
        .toList();
  }

  private Set<String> admins(RoomView view) {
    return view.members().stream()
        .map(member -> member.source().nick())
        .filter(nick -> users.find(nick).filter(User::isAdmin).isPresent())
        .map(Nick::key)
        .collect(Collectors.toSet());
  }
}
