package conclave.handler;

import conclave.command.Command.Mode;
import conclave.command.Reply;
import conclave.name.CaseFold;
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
  private final Users users;
  private final Forwards forwards;

  ModeHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
    this.forwards = new Forwards(rooms);
  }

  @Override
  public Future<Void> handle(Mode mode, Caller caller) {
    if (!mode.target().isEmpty() && !mode.target().startsWith("#")) {
      return ofUser(mode, caller);
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
                    v -> v.isVisibleTo(caller.source().nick()) || caller.registration().isAdmin()))
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
    ChangeModes change = new ChangeModes(caller.source(), changes, caller.registration().isAdmin());
    return rooms.submit(view.name().key(), change, caller.origin()).compose(caller::settle);
  }

  /** Bans are for everybody to read; who is excepted or always invited, for members. */
  private static void show(conclave.room.Mode list, RoomView view, Caller caller) {
    Nick nick = caller.source().nick();
    boolean isMember = view.member(nick).isPresent();
    boolean isAdmin = caller.registration().isAdmin();
    if (isAdmin || (view.isOpenTo(nick) && (isMember || list == conclave.room.Mode.BAN))) {
      caller.reply(new Reply.ModeListIs(view, list));
    } else {
      caller.refuse(isMember ? Reason.NEEDS_OPERATOR : Reason.NOT_IN_ROOM, view.name().text());
    }
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
