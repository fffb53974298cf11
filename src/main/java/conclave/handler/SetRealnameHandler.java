package conclave.handler;

import conclave.command.Command.SetRealname;
import conclave.command.RealnameSet;
import conclave.name.RoomName;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.RoomCommand.Describe;
import io.vertx.core.Future;
import java.util.List;

/** SETNAME: changes the real name (IRCv3 setname). */
final class SetRealnameHandler implements CommandHandler<SetRealname> {
  private final Rooms rooms;
  private final Users users;

  SetRealnameHandler(Rooms rooms, Users users) {
    this.rooms = rooms;
    this.users = users;
  }

  @Override
  public Future<Void> handle(SetRealname set, Caller caller) {
    String realname = set.realname();
    boolean isTooLong = realname.codePointCount(0, realname.length()) > UserHandler.MAX_REALNAME;
    if (realname.isBlank() || isTooLong) {
      return caller.refuse(Reason.BAD_REALNAME);
    }
    caller.registration().realname(realname);
    users.describe(caller.source().nick(), realname);
    caller.reply(new RealnameSet(caller.source(), realname));
    // One origin for all rooms, so that who shares several of them is told once.
    Origin origin = caller.origin();
    Describe describe = new Describe(caller.source(), realname);
    return Future.join(
            List.copyOf(caller.rooms()).stream()
                .map(RoomName::key)
                .map(room -> rooms.submit(room, describe, origin))
                .toList())
        .mapEmpty();
  }
}
