package conclave.handler;

import conclave.command.Command.Invitations;
import conclave.command.RoomReply;
import io.vertx.core.Future;

/** INVITE without parameters: the rooms that the caller was asked into, and has not entered yet. */
final class InvitationsHandler implements CommandHandler<Invitations> {
  private final Rooms rooms;

  InvitationsHandler(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(Invitations command, Caller caller) {
    return rooms
        .invitations(caller.source().nick())
        .compose(asked -> caller.answer(new RoomReply.InvitationsAre(asked)));
  }
}
