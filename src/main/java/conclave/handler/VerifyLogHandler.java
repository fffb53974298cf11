package conclave.handler;

import conclave.command.PastCommand.VerifyLog;
import conclave.command.RoomReply;
import conclave.name.RoomName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** Tells the members of a room whether its log is as it was written. */
final class VerifyLogHandler implements CommandHandler<VerifyLog> {
  private final LogCheck logs;

  VerifyLogHandler(LogCheck logs) {
    this.logs = logs;
  }

  /** The caller's next command waits for the answer: so much that nobody asks for two at once. */
  @Override
  public Future<Void> handle(VerifyLog asked, Caller caller) {
    Optional<RoomName> room =
        asked.room().isEmpty() ? caller.currentRoom() : asked.room().flatMap(RoomName::parse);
    if (room.isEmpty()) {
      return asked.room().isEmpty()
          ? caller.refuse(Reason.NO_CURRENT_ROOM)
          : caller.refuse(Reason.NO_SUCH_ROOM, asked.room().get());
    }
    return caller.rooms().stream()
        .filter(in -> in.key().equals(room.get().key()))
        .findFirst()
        .map(in -> verified(in, caller))
        .orElseGet(() -> caller.refuse(Reason.NOT_IN_ROOM, room.get().text()));
  }

  private Future<Void> verified(RoomName room, Caller caller) {
    return logs.check(room.key())
        .compose(
            found -> caller.answer(new RoomReply.VerifiedIs(room, found)),
            away -> caller.refuse(Reason.LOG_CHECK_UNAVAILABLE, room.text()));
  }
}
