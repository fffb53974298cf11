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

  /**
   * Is it in the log of its place? A room that keeps nothing keeps what changes it and its log.
   *
   * @param isEphemeral does the place keep nothing?
   */
  default boolean isLogged(boolean isEphemeral) {
    return !isEphemeral
        || this instanceof ModesChanged
        || this instanceof RoomRenamed
        || this instanceof TakenBack;
  }

  /** An event of a room. */
  sealed interface InRoom extends Event {
    RoomName room();

    /** The least role of those who are shown it; nothing for everybody in the room. */
    default Optional<Role> audience() {
      return Optional.empty();
    }

    /**
     * Is it for a member with this nick and rank? What one does or suffers oneself is for oneself.
     */
    default boolean isFor(Nick viewer, Optional<Role> rank) {
      return audience().isEmpty()
          || concerns(viewer)
          || rank.filter(role -> role.isAtLeast(audience().get())).isPresent();
    }

    /** Is it about this user? */
    default boolean concerns(Nick user) {
      return by().nick().key().equals(user.key());
    }
  }

  /** A user came in. */
  record Joined(
      Stamp stamp,
      RoomName room,
      Source by,
      String realname,
      Set<Role> roles,
      Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public Joined(Stamp stamp, RoomName room, Source by, String realname, Set<Role> roles) {
      this(stamp, room, by, realname, roles, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.joined(this);
    }
  }

  /** A member left the room. */
  record Parted(
      Stamp stamp, RoomName room, Source by, Optional<String> reason, Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public Parted(Stamp stamp, RoomName room, Source by, Optional<String> reason) {
      this(stamp, room, by, reason, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parted(this);
    }
  }

  /**
   * A member left the server. Every room of that user has this event; a viewer is shown the first
   * of them.
   */
  record Departed(Stamp stamp, RoomName room, Source by, String reason, Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public Departed(Stamp stamp, RoomName room, Source by, String reason) {
      this(stamp, room, by, reason, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.departed(this);
    }
  }

  /** Something was said in the room. */
  record Said(
      Stamp stamp,
      RoomName room,
      Source by,
      SayKind kind,
      String text,
      ClientTags tags,
      Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room, without tags. */
    public Said(Stamp stamp, RoomName room, Source by, SayKind kind, String text) {
      this(stamp, room, by, kind, text, ClientTags.NONE, Optional.empty());
    }

    /** The same in other words. */
    public Said withText(String changed) {
      return new Said(stamp, room, by, kind, changed, tags, audience);
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
  record ModesChanged(
      Stamp stamp, RoomName room, Source by, List<ModeChange> changes, Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public ModesChanged(Stamp stamp, RoomName room, Source by, List<ModeChange> changes) {
      this(stamp, room, by, changes, Optional.empty());
    }

    public ModesChanged {
      changes = List.copyOf(changes);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modesChanged(this);
    }
  }

  /** A member was put out. */
  record Kicked(
      Stamp stamp, RoomName room, Source by, Nick target, String reason, Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public Kicked(Stamp stamp, RoomName room, Source by, Nick target, String reason) {
      this(stamp, room, by, target, reason, Optional.empty());
    }

    @Override
    public boolean concerns(Nick user) {
      return target.key().equals(user.key()) || InRoom.super.concerns(user);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kicked(this);
    }
  }

  /** A user was asked in. */
  record Invited(Stamp stamp, RoomName room, Source by, Nick target, Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public Invited(Stamp stamp, RoomName room, Source by, Nick target) {
      this(stamp, room, by, target, Optional.empty());
    }

    @Override
    public boolean concerns(Nick user) {
      return target.key().equals(user.key()) || InRoom.super.concerns(user);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invited(this);
    }
  }

  /**
   * A member bears another nick. As with {@link Departed}, a viewer is shown the first of the
   * user's rooms.
   */
  record Renamed(Stamp stamp, RoomName room, Source by, Nick to, Optional<Role> audience)
      implements InRoom {
    /** For everybody in the room. */
    public Renamed(Stamp stamp, RoomName room, Source by, Nick to) {
      this(stamp, room, by, to, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renamed(this);
    }
  }

  /**
   * A member is somebody else from now on: nick, user name, host or account differ. As with {@link
   * Departed}, a viewer is shown the first of the user's rooms.
   */
  record Identified(Stamp stamp, RoomName room, Source by, Source to, Optional<Role> audience)
      implements InRoom {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identified(this);
    }
  }

  /** A member has another real name. As with {@link Departed}, it is shown once. */
  record Described(Stamp stamp, RoomName room, Source by, String realname, Optional<Role> audience)
      implements InRoom {
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
  record TakenBack(
      Stamp stamp, RoomName room, Source by, long seq, String reason, Optional<Role> audience)
      implements InRoom {
    /** The id of the message. */
    public String msgid() {
      return Stamp.msgid(stamp.place(), seq);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.takenBack(this);
    }
  }

  /**
   * The room has another name from now on: the last that is told under the old one.
   *
   * @param room the old name
   * @param reason empty for none
   */
  record RoomRenamed(Stamp stamp, RoomName room, Source by, RoomName to, String reason)
      implements InRoom {
    /** Does the name differ in its case alone? */
    public boolean isSameKey() {
      return room.key().equals(to.key());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.roomRenamed(this);
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
  interface Visitor<R> extends RoomEventVisitor<R> {
    R told(Told event);
  }
}
