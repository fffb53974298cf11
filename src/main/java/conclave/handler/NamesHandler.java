package conclave.handler;

import conclave.command.Command.Names;
import conclave.command.Reply;
import conclave.name.RoomName;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * NAMES. Of a room that the caller may not know of, it tells no more than of one that isn't there.
 */
final class NamesHandler implements CommandHandler<Names> {
  private final Rooms rooms;
  private final Users users;

  NamesHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Names names, Caller caller) {
    if (names.rooms().isEmpty()) {
      return caller.answer(new Reply.NoNames("*"));
    }
    Future<Void> done = Future.succeededFuture();
    for (String text : names.rooms()) {
      Optional<RoomName> room = RoomName.parse(text);
      done =
          done.compose(
              before ->
                  room.isPresent()
                      ? show(room.get(), caller)
                      : caller.answer(new Reply.NoNames(text)));
    }
    return done;
  }

  private Future<Void> show(RoomName room, Caller caller) {
    return rooms
        .look(room)
        .map(
            view ->
                view.filter(v -> v.isVisibleTo(caller.source().nick()))
                    .map(new Sight(users, caller)::seen)
                    .filter(v -> !v.members().isEmpty()))
        .compose(
            view ->
                caller.answer(
                    view.<Reply>map(Reply.NamesAre::new)
                        .orElseGet(() -> new Reply.NoNames(room.text()))));
  }
}
