package conclave.handler;

import conclave.command.Command.Mode;
import conclave.command.Reply;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.ModeChange;
import conclave.room.ModeLine;
import conclave.room.Reason;
import conclave.room.RoomCommand.ChangeModes;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** MODE: of a room, to ask or to change; of the caller (Modern IRC §MODE). */
final class ModeHandler implements CommandHandler<Mode> {
  private final Rooms rooms;
  private final OwnModes ownModes;
  private final Forwards forwards;

  ModeHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.ownModes = new OwnModes(users);
    this.forwards = new Forwards(rooms);
  }

  @Override
  public Future<Void> handle(Mode mode, Caller caller) {
    if (!mode.target().isEmpty() && !mode.target().startsWith("#")) {
      return ownModes.handle(mode, caller);
    }
    Optional<RoomName> room =
        mode.target().isEmpty() ? caller.currentRoom() : RoomName.parse(mode.target());
    if (room.isEmpty()) {
      return mode.target().isEmpty()
          ? caller.refuse(Reason.NO_CURRENT_ROOM)
          : caller.refuse(Reason.NO_SUCH_ROOM, mode.target());
    }
    return rooms
        .look(room.get())
        .map(
            view ->
                view.filter(
                    v ->
                        v.isVisibleTo(caller.source().nick())
                            || caller.registration().isServerOperator()))
        .compose(
            view ->
                view.isPresent()
                    ? ofRoom(mode, view.get(), caller)
                    : caller.refuse(Reason.NO_SUCH_ROOM, room.get().text()));
  }

  private Future<Void> ofRoom(Mode mode, RoomView view, Caller caller) {
    if (mode.letters().isEmpty()) {
      return caller.answer(
          new Reply.ModesAre(view, view.member(caller.source().nick()).isPresent()));
    }
    ModeLine line = ModeLine.parse(mode.letters().get(), mode.arguments());
    String room = view.name().text();
    line.questions().forEach(list -> show(list, view, caller));
    line.unknown().forEach(letter -> caller.refuse(Reason.UNKNOWN_MODE, letter.toString()));
    line.lacking()
        .forEach(
            lacking ->
                caller.refuse(
                    Reason.MODE_LACKS_PARAMETER, room, String.valueOf(lacking.letter()), "*"));
    return forwards
        .allowed(line.changes(), room, caller)
        .compose(changes -> change(changes, view, caller));
  }

  private Future<Void> change(List<ModeChange> changes, RoomView view, Caller caller) {
    if (changes.isEmpty()) {
      return Future.succeededFuture();
    }
    ChangeModes change =
        new ChangeModes(caller.source(), changes, caller.registration().isServerOperator());
    return rooms.submit(view.name().key(), change, caller.origin()).compose(caller::settle);
  }

  /** Bans are for everybody to read; who is excepted or always invited, for members. */
  private static void show(conclave.room.Mode list, RoomView view, Caller caller) {
    Nick nick = caller.source().nick();
    boolean isMember = view.member(nick).isPresent();
    boolean isServerOperator = caller.registration().isServerOperator();
    if (isServerOperator || (view.isOpenTo(nick) && (isMember || list == conclave.room.Mode.BAN))) {
      caller.reply(new Reply.ModeListIs(view, list));
    } else {
      caller.refuse(isMember ? Reason.NEEDS_OPERATOR : Reason.NOT_IN_ROOM, view.name().text());
    }
  }
}
