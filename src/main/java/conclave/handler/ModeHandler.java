package conclave.handler;

import conclave.command.Command.Mode;
import conclave.command.Reply;
import conclave.name.RoomName;
import conclave.room.ModeLine;
import conclave.room.Reason;
import conclave.room.RoomCommand.ChangeModes;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.Optional;

/** MODE: of a room, to ask or to change; of the caller (Modern IRC §MODE). */
final class ModeHandler implements CommandHandler<Mode> {
  private final Rooms rooms;
  private final OwnModes ownModes;

  ModeHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.ownModes = new OwnModes(users);
  }

  @Override
  public Future<Void> handle(Mode mode, Caller caller) {
    if (!mode.target().startsWith("#")) {
      return ownModes.handle(mode, caller);
    }
    Optional<RoomName> room = RoomName.parse(mode.target());
    if (room.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_ROOM, mode.target());
    }
    return rooms
        .look(room.get())
        .map(
            view ->
                view.filter(
                    v -> v.isVisibleTo(caller.source().nick()) || caller.registration().isAdmin()))
        .compose(
            view ->
                view.isPresent()
                    ? ofRoom(mode, view.get(), caller)
                    : caller.refuse(Reason.NO_SUCH_ROOM, mode.target()));
  }

  private Future<Void> ofRoom(Mode mode, RoomView view, Caller caller) {
    if (mode.letters().isEmpty()) {
      return caller.answer(
          new Reply.ModesAre(view, view.member(caller.source().nick()).isPresent()));
    }
    ModeLine line = ModeLine.parse(mode.letters().get(), mode.arguments());
    line.questions().forEach(list -> caller.reply(new Reply.ModeListIs(view, list)));
    line.unknown().forEach(letter -> caller.refuse(Reason.UNKNOWN_MODE, letter.toString()));
    if (line.changes().isEmpty()) {
      return Future.succeededFuture();
    }
    ChangeModes change =
        new ChangeModes(caller.source(), line.changes(), caller.registration().isAdmin());
    return rooms.submit(view.name().key(), change, caller.origin()).compose(caller::settle);
  }
}
