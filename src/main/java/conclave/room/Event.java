package conclave.room;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of a log: what happened, in the past tense. Immutable; passed by reference inside a
 * node.
 */
public sealed interface Event {
  Stamp stamp();

  /** Who did it. */
  Source by();

  <R> R accept(Visitor<R> visitor);

  /** An event of a room. */
  sealed interface InRoom extends Event {
    RoomName room();
  }

  /** A user came in. */
  record Joined(Stamp stamp, RoomName room, Source by, String realname, Set<Role> roles)
      implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.joined(this);
    }
  }

  /** A member left the room. */
  record Parted(Stamp stamp, RoomName room, Source by, Optional<String> reason) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parted(this);
    }
  }

  /**
   * A member left the server. Every room of that user has this event; a viewer is shown the first
   * of them.
   */
  record Departed(Stamp stamp, RoomName room, Source by, String reason) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.departed(this);
    }
  }

  /** Something was said in the room. */
  record Said(Stamp stamp, RoomName room, Source by, SayKind kind, String text, ClientTags tags)
      implements InRoom {
    /** Without tags. */
    public Said(Stamp stamp, RoomName room, Source by, SayKind kind, String text) {
      this(stamp, room, by, kind, text, ClientTags.NONE);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.said(this);
    }
  }

  /** The topic is another now; empty text for none. */
  record TopicChanged(Stamp stamp, RoomName room, Source by, String text) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.topicChanged(this);
    }
  }

  /** Modes changed: only what really did, at least one. */
  record ModesChanged(Stamp stamp, RoomName room, Source by, List<ModeChange> changes)
      implements InRoom {
    public ModesChanged {
      changes = List.copyOf(changes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modesChanged(this);
    }
  }

  /** A member was put out. */
  record Kicked(Stamp stamp, RoomName room, Source by, Nick target, String reason)
      implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kicked(this);
    }
  }

  /** A user was asked in. */
  record Invited(Stamp stamp, RoomName room, Source by, Nick target) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invited(this);
    }
  }

  /**
   * A member bears another nick. As with {@link Departed}, a viewer is shown the first of the
   * user's rooms.
   */
  record Renamed(Stamp stamp, RoomName room, Source by, Nick to) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renamed(this);
    }
  }

  /**
   * A member is somebody else from now on: nick, user name, host or account differ. As with {@link
   * Departed}, a viewer is shown the first of the user's rooms.
   */
  record Identified(Stamp stamp, RoomName room, Source by, Source to) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identified(this);
    }
  }

  /** A member has another real name. As with {@link Departed}, it is shown once. */
  record Described(Stamp stamp, RoomName room, Source by, String realname) implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.described(this);
    }
  }

  /**
   * What was said at this sequence was taken back: history no longer has it.
   *
   * @param seq of the message, in the same log
   * @param reason empty for none
   */
  record TakenBack(Stamp stamp, RoomName room, Source by, long seq, String reason)
      implements InRoom {
    /** The id of the message. */
    public String msgid() {
      return new Stamp(stamp.place(), seq, 0, Origin.SERVER).msgid();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.takenBack(this);
    }
  }

  /** Something was said to one user, in the log of the two. */
  record Told(Stamp stamp, Source by, Nick to, SayKind kind, String text, ClientTags tags)
      implements Event {
    /** Without tags. */
    public Told(Stamp stamp, Source by, Nick to, SayKind kind, String text) {
      this(stamp, by, to, kind, text, ClientTags.NONE);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.told(this);
    }
  }

  /** One case for each kind of event. */
  interface Visitor<R> {
    R joined(Joined event);

    R parted(Parted event);

    R departed(Departed event);

    R said(Said event);

    R topicChanged(TopicChanged event);

    R modesChanged(ModesChanged event);

    R kicked(Kicked event);

    R invited(Invited event);

    R renamed(Renamed event);

    R described(Described event);

    R identified(Identified event);

    R takenBack(TakenBack event);

    R told(Told event);
  }
}
