package conclave.handler;

import conclave.command.Command.RenameRoom;
import conclave.config.Config;
import conclave.name.RoomName;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.RoomCommand;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * RENAME: gives a room another name (IRCv3 channel-rename), one that the caller could make a room
 * with.
 */
final class RenameRoomHandler implements CommandHandler<RenameRoom> {
  private final Config config;
  private final Rooms rooms;
  private final NewRooms newRooms;

  RenameRoomHandler(Config config, Rooms rooms, NewRooms newRooms) {
    this.config = config;
    this.rooms = rooms;
    this.newRooms = newRooms;
  }

  @Override
  public Future<Void> handle(RenameRoom rename, Caller caller) {
    Optional<RoomName> room = RoomName.parse(rename.room());
    if (room.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_ROOM, rename.room());
    }
    Optional<RoomName> to =
        newRooms.named(rename.to()).filter(name -> newRooms.objection(name).isEmpty());
    boolean isOther = to.filter(name -> name.key().equals(room.get().key())).isEmpty();
    if (to.isEmpty() || (isOther && !newRooms.mayFound(caller.registration()))) {
      return caller.refuse(
          Reason.CANNOT_RENAME_ROOM, room.get().text(), Utf8.firstWord(rename.to()));
    }
    String reason = Texts.cut(rename.reason().orElse(""), config.limits().kickLength());
    boolean isServerOperator = caller.registration().isServerOperator();
    return rooms
        .submit(
            room.get().key(),
            new RoomCommand.RenameRoom(caller.source(), to.get(), reason, isServerOperator),
            caller.origin())
        .compose(caller::settle);
  }
}
