package conclave.handler;

import conclave.name.RoomName;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Reason;
import conclave.room.Role;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Nobody is sent on to a room whose operators did not agree: who sets a forward leads both. */
final class Forwards {
  private final Rooms rooms;

  Forwards(Rooms rooms) {
    this.rooms = rooms;
  }

  /** The changes without the forwards that the caller may not set, which are refused here. */
  Future<List<ModeChange>> allowed(List<ModeChange> changes, String room, Caller caller) {
    if (changes.stream().noneMatch(Forwards::isForward)) {
      return Future.succeededFuture(changes);
    }
    List<Future<Boolean>> verdicts =
        changes.stream().map(change -> isAllowed(change, room, caller)).toList();
    return Future.all(verdicts)
        .map(
            all ->
                changes.stream()
                    .filter(change -> verdicts.get(changes.indexOf(change)).result())
                    .toList());
  }

  private static boolean isForward(ModeChange change) {
    return change.mode() == Mode.FORWARD && change.add();
  }

  private Future<Boolean> isAllowed(ModeChange change, String room, Caller caller) {
    if (!isForward(change)) {
      return Future.succeededFuture(true);
    }
    String text = change.argument().orElse("*");
    return RoomName.parse(text)
        .map(rooms::look)
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(view -> view.filter(v -> v.isVisibleTo(caller.source().nick())))
        .map(view -> isAgreed(view, room, text, caller));
  }

  private static boolean isAgreed(
      Optional<RoomView> target, String room, String text, Caller caller) {
    if (target.isEmpty()) {
      caller.refuse(Reason.BAD_MODE_PARAMETER, room, "f", text);
      return false;
    }
    boolean isLeader =
        caller.registration().isServerOperator()
            || target
                .get()
                .rank(caller.source().nick())
                .filter(role -> role.isAtLeast(Role.OPERATOR))
                .isPresent();
    if (!isLeader) {
      caller.refuse(Reason.NEEDS_OPERATOR, target.get().name().text());
    }
    return isLeader;
  }
}
