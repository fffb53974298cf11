package conclave.handler;

import conclave.command.Command.Settings;
import conclave.command.RoomReply;
import conclave.name.RoomName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** The modes of the current room, in words. */
final class SettingsHandler implements CommandHandler<Settings> {
  private final Rooms rooms;

  SettingsHandler(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(Settings command, Caller caller) {
    Optional<RoomName> room = caller.currentRoom();
    if (room.isEmpty()) {
      return caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    return rooms
        .look(room.get())
        .compose(
            view ->
                view.isPresent()
                    ? caller.answer(
                        new RoomReply.SettingsAre(
                            view.get(), view.get().member(caller.source().nick()).isPresent()))
                    : caller.refuse(Reason.NO_SUCH_ROOM, room.get().text()));
  }
}
