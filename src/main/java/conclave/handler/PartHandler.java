package conclave.handler;

import conclave.command.Command.Part;
import conclave.config.Config;
import conclave.name.RoomName;
import conclave.room.Reason;
import conclave.room.RoomCommand.Leave;
import io.vertx.core.Future;
import java.util.Optional;

/** PART: leaves rooms, or the current one. */
final class PartHandler implements CommandHandler<Part> {
  private final Config config;
  private final Rooms rooms;

  PartHandler(Config config, Rooms rooms) {
    this.config = config;
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(Part part, Caller caller) {
    Optional<String> reason =
        part.reason().map(text -> Texts.cut(text, config.limits().kickLength()));
    if (part.rooms().isEmpty()) {
      Optional<RoomName> current = caller.currentRoom();
      return current.isPresent()
          ? leave(current.get(), reason, caller)
          : caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    Future<Void> done = Future.succeededFuture();
    for (String text : part.rooms()) {
      Optional<RoomName> room = RoomName.parse(text);
      done =
          done.compose(
              before ->
                  room.isPresent()
                      ? leave(room.get(), reason, caller)
                      : caller.refuse(Reason.NO_SUCH_ROOM, text));
    }
    return done;
  }

  private Future<Void> leave(RoomName room, Optional<String> reason, Caller caller) {
    if (caller.rooms().stream().anyMatch(in -> in.key().equals(room.key()))) {
      return rooms
          .submit(room.key(), new Leave(caller.source(), reason), caller.origin())
          .compose(caller::settle);
    }
    return rooms
        .look(room)
        .compose(
            view ->
                caller.refuse(
                    view.filter(v -> v.isVisibleTo(caller.source().nick())).isPresent()
                        ? Reason.NOT_IN_ROOM
                        : Reason.NO_SUCH_ROOM,
                    room.text()));
  }
}
