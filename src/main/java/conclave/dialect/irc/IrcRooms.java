package conclave.dialect.irc;

import conclave.command.Reply;
import conclave.dialect.Dialect.Recipient;
import conclave.room.ListEntry;
import conclave.room.RoomSummary;
import conclave.room.RoomView;

/** How IRC tells of rooms and their modes. */
final class IrcRooms {
  private IrcRooms() {}

  static Lines list(Reply.RoomList reply, Recipient to, Lines lines) {
    lines.numeric(to, Numeric.RPL_LISTSTART, "Channel");
    for (RoomSummary room : reply.rooms()) {
      String line = room.name() + " " + room.members() + " :" + room.topic();
      lines.from(to, Numeric.RPL_LIST.code() + " " + to.nick() + " " + line);
    }
    return lines.numeric(to, Numeric.RPL_LISTEND);
  }

  static Lines modes(RoomView room, boolean isMember, Recipient to, Lines lines) {
    String name = room.name().text();
    lines.numeric(to, Numeric.RPL_CHANNELMODEIS, name, room.modes().text(isMember));
    return lines.numeric(to, Numeric.RPL_CREATIONTIME, name, IrcReplies.seconds(room.created()));
  }

  static Lines modeList(Reply.ModeListIs reply, Recipient to, Lines lines) {
    String room = reply.room().name().text();
    for (ListEntry entry : reply.room().lists()) {
      if (entry.list() == reply.list()) {
        lines.numeric(
            to,
            IrcLists.entry(reply.list()),
            room,
            entry.mask().text(),
            entry.by(),
            IrcReplies.seconds(entry.time()));
      }
    }
    return lines.numeric(to, IrcLists.end(reply.list()), room);
  }
}
