package conclave.command;

import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.RoomView;
import java.util.List;
import java.util.Optional;

/** What one caller is answered about rooms beside what {@link Reply} has. */
public interface RoomReply extends Reply {
  /** The room's modes in words; its key is for members. */
  record SettingsAre(RoomView room, boolean isMember) implements RoomReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.settingsAre(this);
    }
  }

  /** Where something was said, and when last (IRCv3 chathistory §TARGETS). */
  record TargetsAre(List<Target> targets) implements RoomReply {
    /**
     * One of them.
     *
     * @param name of a room, or of the other of a conversation
     * @param time of the last message, in milliseconds since 1970, UTC
     */
    public record Target(String name, long time) {}

    public TargetsAre {
      targets = List.copyOf(targets);
    }

    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.targetsAre(this);
    }
  }

  /**
   * What was looked for, oldest first.
   *
   * @param target where; nothing for everywhere
   * @param bound after how many messages it was given up, where that happened
   */
  record FoundAre(Optional<String> target, List<Event> events, Optional<Integer> bound)
      implements RoomReply {
    public FoundAre {
      events = List.copyOf(events);
    }

    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.foundAre(this);
    }
  }

  /** Whether the log of a room is as it was written. */
  record VerifiedIs(RoomName room, Verified found) implements RoomReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.verifiedIs(this);
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
