package conclave.handler;

import conclave.command.Capability;
import conclave.command.Command.Join;
import conclave.command.Moved;
import conclave.command.Reply;
import conclave.config.Config;
import conclave.name.RoomName;
import conclave.name.Utf8;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomView;
import conclave.room.Stamp;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * JOIN: asks the rooms' owners to let the caller in. The JOIN line itself comes down as an event.
 */
final class JoinHandler implements CommandHandler<Join> {
  private final Config config;
  private final Rooms rooms;
  private final NewRooms newRooms;

  JoinHandler(Config config, Rooms rooms, NewRooms newRooms) {
    this.config = config;
    this.rooms = rooms;
    this.newRooms = newRooms;
  }

  @Override
  public Future<Void> handle(Join join, Caller caller) {
    if (join.rooms().isEmpty()) {
      return caller.refuse(Reason.NEED_MORE_PARAMETERS, "JOIN");
    }
    if (isOfOneLog(join, caller)) {
      return joinLog(join, caller);
    }
    return joinAll(join, caller);
  }

  private Future<Void> joinAll(Join join, Caller caller) {
    Future<Void> done = Future.succeededFuture();
    for (int i = 0; i < join.rooms().size(); i++) {
      String room = join.rooms().get(i);
      Optional<String> key =
          i < join.keys().size() ? Optional.of(join.keys().get(i)) : Optional.empty();
      done = done.compose(before -> joinOne(room, key, caller, true));
    }
    return done;
  }

  private static boolean isOfOneLog(Join join, Caller caller) {
    return join.log().isPresent()
        && join.rooms().size() == 1
        && caller.registration().capabilities().has(Capability.CHANNEL_RENAME);
  }

  /** The room may have got another name while the caller was away, and then it is that one. */
  private Future<Void> joinLog(Join join, Caller caller) {
    Optional<RoomName> room = RoomName.parse(join.rooms().get(0));
    Optional<Long> log = join.log().flatMap(Stamp::place);
    if (room.isEmpty() || log.isEmpty()) {
      return joinAll(join, caller);
    }
    return rooms
        .find(room.get(), log.get())
        .map(found -> found.filter(view -> view.isVisibleTo(caller.source().nick())))
        .map(found -> found.map(RoomView::name))
        .map(name -> name.filter(now -> !now.key().equals(room.get().key())))
        .compose(
            moved -> {
              moved.ifPresent(to -> caller.reply(new Moved(room.get(), to)));
              List<String> now = List.of(moved.orElse(room.get()).text());
              return joinAll(new Join(now, join.keys()), caller);
            });
  }

  private Future<Void> joinOne(
      String text, Optional<String> key, Caller caller, boolean mayBeSentOn) {
    Optional<RoomName> room = newRooms.named(text);
    if (room.isEmpty()) {
      return caller.refuse(Reason.BAD_ROOM_NAME, Utf8.firstWord(text));
    }
    if (caller.rooms().stream().anyMatch(in -> in.key().equals(room.get().key()))) {
      caller.switchTo(room.get());
      return caller.answer(new Reply.Switched(room.get()));
    }
    if (caller.rooms().size() >= config.rooms().maxPerUser()) {
      return caller.refuse(Reason.TOO_MANY_ROOMS, text);
    }
    return mayBeMade(room.get())
        .compose(
            no ->
                no.isPresent()
                    ? caller.refuse(no.get(), text)
                    : enter(room.get(), key, caller, mayBeSentOn));
  }

  private Future<Void> enter(
      RoomName room, Optional<String> key, Caller caller, boolean mayBeSentOn) {
    Registration said = caller.registration();
    String realname = said.realname(caller.source().nick());
    Enter enter =
        new Enter(caller.source(), realname, key, newRooms.mayFound(said), said.isServerOperator());
    return rooms
        .submit(room.text(), enter, caller.origin())
        .compose(
            refusals ->
                refusals.isEmpty() ? shown(room, caller) : settle(refusals, caller, mayBeSentOn));
  }

  /**
   * Who was in all along is no news to the room: nobody is told, so that the caller is shown the
   * room in another way. What was news has come before the answer.
   */
  private static Future<Void> shown(RoomName room, Caller caller) {
    boolean isShown = caller.rooms().stream().anyMatch(in -> in.key().equals(room.key()));
    return isShown || caller.phase() != Caller.Phase.READY
        ? Future.succeededFuture()
        : caller
            .attach(room, caller)
            .compose(
                isIn ->
                    isIn
                        ? Future.succeededFuture()
                        : caller.refuse(Reason.UNAVAILABLE, room.text()));
  }

  /** A name that is not for new rooms is still the name of one that is there. */
  private Future<Optional<Reason>> mayBeMade(RoomName room) {
    Optional<Reason> objection = newRooms.objection(room);
    return objection.isEmpty()
        ? Future.succeededFuture(objection)
        : rooms.look(room).map(there -> there.isPresent() ? Optional.empty() : objection);
  }

  /** A forward leads one step: rooms that send to each other send nobody round in circles. */
  private Future<Void> settle(List<Refusal> refusals, Caller caller, boolean mayBeSentOn) {
    Optional<Refusal> forward =
        refusals.stream().filter(refusal -> refusal.reason() == Reason.FORWARDED).findFirst();
    if (forward.isEmpty()) {
      return caller.settle(refusals);
    }
    if (!mayBeSentOn) {
      return caller.settle(refusals.stream().filter(r -> !r.equals(forward.get())).toList());
    }
    return caller
        .settle(List.of(forward.get()))
        .compose(told -> joinOne(forward.get().about().get(1), Optional.empty(), caller, false));
  }
}
