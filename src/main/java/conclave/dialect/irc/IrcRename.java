package conclave.dialect.irc;

import conclave.command.Command;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Reason;
import java.util.List;

/** RENAME (IRCv3 channel-rename). */
final class IrcRename {
  static final IrcVerb ROW =
      IrcVerb.of(
          "RENAME",
          "<channel> <new name> [:<reason>]",
          "gives a channel another name",
          2,
          p -> new Command.RenameRoom(p.get(0), p.get(1), IrcVerb.at(p, 2)));

  private IrcRename() {}

  static Lines refused(Reason reason, List<String> about, Recipient to, Lines lines) {
    return reason == Reason.ROOM_NAME_IN_USE
        ? lines.fail(to, "RENAME CHANNEL_NAME_IN_USE", about, "The channel name is already taken")
        : lines.fail(to, "RENAME CANNOT_RENAME", about, "The channel cannot be renamed");
  }
}
