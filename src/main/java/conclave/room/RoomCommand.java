package conclave.room;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import java.util.List;
import java.util.Optional;

/** What is asked of a place by a user. Immutable; the imperative of an {@link Event}. */
public sealed interface RoomCommand {
  /** Who asks. */
  Source by();

  /** Is it about the user alone, wherever the user is, so that a room can't refuse it? */
  default boolean isOfUser() {
    return this instanceof Depart
        || this instanceof Rename
        || this instanceof Identify
        || this instanceof Describe;
  }

  <R> R accept(Visitor<R> visitor);

  /** Let me in. */
  record Enter(
      Source by, String realname, Optional<String> key, boolean mayFound, boolean isServerOperator)
      implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enter(this);
    }
  }

  /** I was in when the server ended. */
  record Resume(Source by, String realname) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.resume(this);
    }
  }

  /** I leave this room. */
  record Leave(Source by, Optional<String> reason) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** I leave the server. */
  record Depart(Source by, String reason) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.depart(this);
    }
  }

  /**
   * I say something.
   *
   * @param audience to those alone who have this role or a higher one (Modern IRC §STATUSMSG)
   */
  record Say(Source by, SayKind kind, String text, ClientTags tags, Optional<Role> audience)
      implements RoomCommand {
    /** To everybody, without tags. */
    public Say(Source by, SayKind kind, String text) {
      this(by, kind, text, ClientTags.NONE, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.say(this);
    }
  }

  /** The topic shall be this; empty for none. */
  record SetTopic(Source by, String text, boolean isServerOperator) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setTopic(this);
    }
  }

  /** The modes shall change so. */
  record ChangeModes(Source by, List<ModeChange> changes, boolean isServerOperator)
      implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeModes(this);
    }

    public ChangeModes {
      changes = List.copyOf(changes);
    }
  }

  /** This member shall go. */
  record Kick(Source by, Nick target, String reason, boolean isServerOperator)
      implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kick(this);
    }
  }

  /** This user may come in. */
  record Invite(Source by, Nick target, boolean isServerOperator) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invite(this);
    }
  }

  /** I have another nick. */
  record Rename(Source by, Nick to) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rename(this);
    }
  }

  /** I am somebody else from now on: I have logged in, say. */
  record Identify(Source by, Source to) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identify(this);
    }
  }

  /** I have another real name. */
  record Describe(Source by, String realname) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.describe(this);
    }
  }

  /**
   * What was said at this sequence is taken back.
   *
   * @param audience of what was said: who has read it is told
   * @param isOwn the asker has said it, not too long ago
   */
  record TakeBack(
      Source by,
      long seq,
      String reason,
      Optional<Role> audience,
      boolean isOwn,
      boolean isServerOperator)
      implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.takeBack(this);
    }
  }

  /**
   * The room shall have another name.
   *
   * @param reason empty for none
   */
  record RenameRoom(Source by, RoomName to, String reason, boolean isServerOperator)
      implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameRoom(this);
    }
  }

  /** I say something to one user. */
  record Tell(Source by, Nick to, SayKind kind, String text, ClientTags tags)
      implements RoomCommand {
    /** Without tags. */
    public Tell(Source by, Nick to, SayKind kind, String text) {
      this(by, to, kind, text, ClientTags.NONE);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tell(this);
    }
  }

  /** One case for each kind of command. */
  interface Visitor<R> {
    R enter(Enter command);

    R resume(Resume command);

    R leave(Leave command);

    R depart(Depart command);

    R say(Say command);

    R setTopic(SetTopic command);

    R changeModes(ChangeModes command);

    R kick(Kick command);

    R invite(Invite command);

    R rename(Rename command);

    R describe(Describe command);

    R identify(Identify command);

    R takeBack(TakeBack command);

    R renameRoom(RenameRoom command);

    R tell(Tell command);
  }
}
