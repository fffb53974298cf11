package conclave.handler;

import conclave.command.Command.Say;
import conclave.command.Command.SayHere;
import conclave.name.RoomName;
import conclave.room.Reason;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Says something in the current room. */
final class SayHereHandler implements CommandHandler<SayHere> {
  private final SayHandler say;

  SayHereHandler(SayHandler say) {
    this.say = say;
  }

  @Override
  public Future<Void> handle(SayHere here, Caller caller) {
    Optional<RoomName> room = caller.currentRoom();
    if (room.isEmpty()) {
      return caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    return say.handle(new Say(List.of(room.get().text()), SayKind.PRIVMSG, here.text()), caller);
  }
}
