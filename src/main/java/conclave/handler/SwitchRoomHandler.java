package conclave.handler;

import conclave.command.Command.SwitchRoom;
import conclave.command.Reply;
import conclave.name.RoomName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** Makes one of the caller's rooms the current one, or tells which one is. */
final class SwitchRoomHandler implements CommandHandler<SwitchRoom> {
  @Override
  public Future<Void> handle(SwitchRoom to, Caller caller) {
    if (to.room().isEmpty()) {
      Optional<RoomName> current = caller.currentRoom();
      return current.isPresent()
          ? caller.answer(new Reply.Switched(current.get()))
          : caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    Optional<RoomName> room =
        RoomName.parse(to.room().get())
            .flatMap(
                name ->
                    caller.rooms().stream().filter(in -> in.key().equals(name.key())).findFirst());
    if (room.isEmpty()) {
      return caller.refuse(Reason.NOT_IN_ROOM, to.room().get());
    }
    caller.switchTo(room.get());
    return caller.answer(new Reply.Switched(room.get()));
  }
}
