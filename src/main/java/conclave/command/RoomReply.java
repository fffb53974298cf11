package conclave.command;

import conclave.name.RoomName;
import conclave.room.RoomView;
import java.util.List;

/** What one caller is answered about rooms beside what {@link Reply} has. */
public interface RoomReply extends Reply {
  /** The room's modes in words; its key is for members. */
  record SettingsAre(RoomView room, boolean isMember) implements RoomReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.settingsAre(this);
    }
  }

  /** The rooms that the caller was asked into. */
  record InvitationsAre(List<RoomName> rooms) implements RoomReply {
    public InvitationsAre {
      rooms = List.copyOf(rooms);
    }

    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.invitationsAre(this);
    }
  }
}
