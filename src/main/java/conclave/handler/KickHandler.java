package conclave.handler;

import conclave.command.Command.Kick;
import conclave.config.Config;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Reason;
import conclave.room.RoomCommand;
import io.vertx.core.Future;
import java.util.Optional;

/** KICK: puts members out of a room. */
final class KickHandler implements CommandHandler<Kick> {
  private final Config config;
  private final Rooms rooms;

  KickHandler(Config config, Rooms rooms) {
    this.config = config;
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(Kick kick, Caller caller) {
    Optional<RoomName> room =
        kick.room().isEmpty() ? caller.currentRoom() : RoomName.parse(kick.room());
    if (room.isEmpty()) {
      return kick.room().isEmpty()
          ? caller.refuse(Reason.NO_CURRENT_ROOM)
          : caller.refuse(Reason.NO_SUCH_ROOM, kick.room());
    }
    String reason =
        kick.reason().filter(text -> !text.isEmpty()).orElse(caller.source().nick().text());
    Future<Void> done = Future.succeededFuture();
    for (String nick : kick.nicks()) {
      done =
          done.compose(
              before ->
                  kickOne(
                      room.get(), nick, Texts.cut(reason, config.limits().kickLength()), caller));
    }
    return done;
  }

  private Future<Void> kickOne(RoomName room, String text, String reason, Caller caller) {
    Optional<Nick> nick = Nick.parse(text);
    if (nick.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_NICK, text);
    }
    boolean isServerOperator = caller.registration().isServerOperator();
    return rooms
        .look(room)
        .compose(
            view ->
                view.filter(v -> isServerOperator || v.isVisibleTo(caller.source().nick()))
                        .isEmpty()
                    ? caller.refuse(Reason.NO_SUCH_ROOM, room.text())
                    : rooms
                        .submit(
                            room.key(),
                            new RoomCommand.Kick(
                                caller.source(), nick.get(), reason, isServerOperator),
                            caller.origin())
                        .compose(caller::settle));
  }
}
