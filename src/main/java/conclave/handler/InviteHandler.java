package conclave.handler;

import conclave.command.Command.Invite;
import conclave.command.Reply;
import conclave.command.User;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Reason;
import conclave.room.RoomCommand;
import io.vertx.core.Future;
import java.util.Optional;

/** INVITE: asks a user into a room. */
final class InviteHandler implements CommandHandler<Invite> {
  private final Rooms rooms;
  private final Users users;

  InviteHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Invite invite, Caller caller) {
    Optional<RoomName> room =
        invite.room().isEmpty() ? caller.currentRoom() : RoomName.parse(invite.room());
    if (room.isEmpty()) {
      return invite.room().isEmpty()
          ? caller.refuse(Reason.NO_CURRENT_ROOM)
          : caller.refuse(Reason.NO_SUCH_ROOM, invite.room());
    }
    Optional<User> target = Nick.parse(invite.nick()).flatMap(users::find);
    if (target.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_NICK, invite.nick());
    }
    Nick nick = target.get().source().nick();
    return rooms
        .submit(
            room.get().key(),
            new RoomCommand.Invite(caller.source(), nick, caller.registration().isServerOperator()),
            caller.origin())
        .compose(
            refusals ->
                refusals.isEmpty()
                    ? caller.answer(new Reply.Inviting(nick, room.get()))
                    : caller.settle(refusals));
  }
}
