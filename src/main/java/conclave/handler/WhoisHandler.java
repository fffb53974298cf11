package conclave.handler;

import conclave.command.Command.Whois;
import conclave.command.Reply;
import conclave.command.User;
import conclave.name.Nick;
import conclave.room.Reason;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** WHOIS: who a user is, with the rooms that the caller may know of. */
final class WhoisHandler implements CommandHandler<Whois> {
  private final Rooms rooms;
  private final Users users;

  WhoisHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Whois whois, Caller caller) {
    Optional<User> user = Nick.parse(whois.nick()).flatMap(users::find);
    if (user.isEmpty()) {
      caller.refuse(Reason.NO_SUCH_NICK, whois.nick());
      return caller.answer(new Reply.WhoisEnd(whois.nick()));
    }
    Nick nick = user.get().source().nick();
    List<Future<Optional<RoomView>>> looks = user.get().rooms().stream().map(rooms::look).toList();
    return Future.join(looks)
        .compose(
            all -> {
              List<String> shown =
                  looks.stream()
                      .flatMap(look -> look.result().stream())
                      .filter(view -> view.isVisibleTo(caller.source().nick()))
                      .map(view -> view.seenBy(caller.source().nick()))
                      .flatMap(
                          view ->
                              view.member(nick).map(m -> m.prefixes(false) + view.name()).stream())
                      .sorted()
                      .toList();
              return caller.answer(new Reply.WhoisIs(user.get(), shown));
            });
  }
}
