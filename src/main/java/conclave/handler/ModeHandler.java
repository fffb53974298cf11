package conclave.handler;

import conclave.command.Command.Mode;
import conclave.command.Reply;
import conclave.name.CaseFold;
import conclave.name.Nick;
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
  private final Users users;

  ModeHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Mode mode, Caller caller) {
    if (!mode.target().startsWith("#")) {
      return ofUser(mode, caller);
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

  private Future<Void> ofUser(Mode mode, Caller caller) {
    if (!CaseFold.fold(mode.target()).equals(caller.source().nick().key())) {
      boolean isHere = Nick.parse(mode.target()).flatMap(users::find).isPresent();
      return isHere
          ? caller.refuse(Reason.OTHER_USERS_MODES)
          : caller.refuse(Reason.NO_SUCH_NICK, mode.target());
    }
    // Clients ask for +i by themselves; here nobody is listed to strangers anyway, so that there is
    // nothing to set.
    boolean isUnknown = mode.letters().filter(letters -> !letters.matches("[-+iwos]*")).isPresent();
    if (isUnknown) {
      return caller.refuse(Reason.UNKNOWN_USER_MODE);
    }
    return mode.letters().isPresent()
        ? Future.succeededFuture()
        : caller.answer(new Reply.UserModesAre(caller.registration().isAdmin()));
  }
}
