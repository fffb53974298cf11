package conclave.handler;

import conclave.command.Command.Redact;
import conclave.command.Excerpt;
import conclave.config.Config;
import conclave.handler.History.Reader;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Reason;
import conclave.room.Role;
import conclave.room.RoomCommand.TakeBack;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * REDACT: takes a message back out of a room's history (IRCv3 message-redaction). Its author may,
 * for a day, and operators of the room. Direct conversations have no one who could.
 */
final class RedactHandler implements CommandHandler<Redact> {
  /** How long authors may. */
  private static final Duration WINDOW = Duration.ofDays(1);

  private final Config config;
  private final Rooms rooms;
  private final History history;

  RedactHandler(Config config, Rooms rooms, History history) {
    this.config = config;
    this.rooms = rooms;
    this.history = history;
  }

  @Override
  public Future<Void> handle(Redact redact, Caller caller) {
    Optional<RoomName> room = RoomName.parse(redact.target());
    if (room.isEmpty()) {
      return caller.refuse(Reason.CANNOT_TAKE_BACK_FROM, redact.target());
    }
    boolean isMember = caller.rooms().stream().anyMatch(in -> in.key().equals(room.get().key()));
    if (!isMember && !caller.registration().isServerOperator()) {
      return caller.refuse(Reason.CANNOT_TAKE_BACK_FROM, redact.target());
    }
    return rank(room.get(), caller)
        .compose(rank -> history.excerpt(room.get().key(), at(redact), reader(caller, rank), 1))
        .map(found -> found.stream().filter(said -> isMeant(said, redact)).findFirst())
        .compose(
            said ->
                said.isPresent()
                    ? takeBack(said.get(), room.get(), redact, caller)
                    : caller.refuse(Reason.NO_SUCH_MESSAGE, redact.target(), redact.msgid()));
  }

  /** Nobody takes back what is not for their eyes; an administrator is above all roles. */
  private Future<Optional<Role>> rank(RoomName room, Caller caller) {
    return caller.registration().isServerOperator()
        ? Future.succeededFuture(Optional.of(Role.FOUNDER))
        : rooms.look(room).map(view -> view.flatMap(v -> v.rank(caller.source().nick())));
  }

  private static Excerpt at(Redact redact) {
    return new Excerpt.Around(new Excerpt.Mark.Message(redact.msgid()));
  }

  private static Reader reader(Caller caller, Optional<Role> rank) {
    return new Reader(caller.source().nick(), rank, true);
  }

  private static boolean isMeant(Event said, Redact redact) {
    return said instanceof Event.Said && said.stamp().msgid().equals(redact.msgid());
  }

  private Future<Void> takeBack(Event said, RoomName room, Redact redact, Caller caller) {
    boolean isOwn =
        said.by().account().isPresent() && said.by().account().equals(caller.source().account());
    long age = System.currentTimeMillis() - said.stamp().time();
    String reason = Texts.cut(redact.reason().orElse(""), config.limits().kickLength());
    TakeBack command =
        new TakeBack(
            caller.source(),
            said.stamp().seq(),
            reason,
            said instanceof Event.Said inRoom ? inRoom.audience() : Optional.empty(),
            isOwn && age <= WINDOW.toMillis(),
            caller.registration().isServerOperator());
    return rooms
        .submit(room.key(), command, caller.origin())
        .compose(
            refusals ->
                refusals.isEmpty()
                    ? Future.succeededFuture()
                    : refuse(isOwn, redact, caller, refusals.get(0).reason()));
  }

  private static Future<Void> refuse(boolean isOwn, Redact redact, Caller caller, Reason reason) {
    if (reason != Reason.CANNOT_TAKE_BACK) {
      return caller.refuse(reason, redact.target());
    }
    List<String> about = List.of(redact.target(), redact.msgid());
    return isOwn
        ? caller.refuse(
            Reason.TOO_LATE_TO_TAKE_BACK,
            about.get(0),
            about.get(1),
            Long.toString(WINDOW.toSeconds()))
        : caller.refuse(reason, about.get(0), about.get(1));
  }
}
