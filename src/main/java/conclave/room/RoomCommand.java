package conclave.room;

import conclave.name.Nick;
import conclave.name.Source;
import java.util.List;
import java.util.Optional;

/** What is asked of a place by a user. Immutable; the imperative of an {@link Event}. */
public sealed interface RoomCommand {
  /** Who asks. */
  Source by();

  <R> R accept(Visitor<R> visitor);

  /** Let me in. */
  record Enter(Source by, String realname, Optional<String> key, boolean mayFound, boolean isAdmin)
      implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enter(this);
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
  record Say(Source by, SayKind kind, String text, Optional<Role> audience) implements RoomCommand {
    /** To everybody. */
    public Say(Source by, SayKind kind, String text) {
      this(by, kind, text, Optional.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.say(this);
    }
  }

  /** The topic shall be this; empty for none. */
  record SetTopic(Source by, String text, boolean isAdmin) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setTopic(this);
    }
  }

  /** The modes shall change so. */
  record ChangeModes(Source by, List<ModeChange> changes, boolean isAdmin) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changeModes(this);
    }

    public ChangeModes {
      changes = List.copyOf(changes);
    }
  }

  /** This member shall go. */
  record Kick(Source by, Nick target, String reason, boolean isAdmin) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kick(this);
    }
  }

  /** This user may come in. */
  record Invite(Source by, Nick target, boolean isAdmin) implements RoomCommand {
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

  /** I say something to one user. */
  record Tell(Source by, Nick to, SayKind kind, String text) implements RoomCommand {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.tell(this);
    }
  }

  /** One case for each kind of command. */
  interface Visitor<R> {
    R enter(Enter command);

    R leave(Leave command);

    R depart(Depart command);

    R say(Say command);

    R setTopic(SetTopic command);

    R changeModes(ChangeModes command);

    R kick(Kick command);

    R invite(Invite command);

    R rename(Rename command);

    R tell(Tell command);
  }
}
