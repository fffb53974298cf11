package conclave.command;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import java.util.Optional;
import java.util.Set;

/**
 * What happened to a user outside of every room: it concerns who is here now, so that no log keeps
 * it. Immutable; passed by reference inside a node.
 */
public sealed interface UserEvent {
  /** Whom it happened to, or who did it. */
  Source by();

  <R> R accept(Visitor<R> visitor);

  /** A user is here whose nick was free. */
  record CameIn(Source by) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cameIn(this);
    }
  }

  /** The user's last connection is over, and all rooms have been told. */
  record WentOut(Source by) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.wentOut(this);
    }
  }

  /** The user bears another nick; {@code by} has the old one. */
  record NickChanged(Source by, Nick to) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nickChanged(this);
    }
  }

  /**
   * A guest has logged in; {@code by} has the account's nick already.
   *
   * @param to who it is now
   * @param rooms whose members are told by the rooms
   */
  record Identified(Source by, Source to, Set<RoomName> rooms, long time) implements UserEvent {
    public Identified {
      rooms = Set.copyOf(rooms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identified(this);
    }
  }

  /**
   * The user is away, or here again.
   *
   * @param rooms those that the user is in
   * @param time milliseconds since 1970, UTC
   */
  record AwayChanged(Source by, Set<RoomName> rooms, Optional<String> text, long time)
      implements UserEvent {
    public AwayChanged {
      rooms = Set.copyOf(rooms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.awayChanged(this);
    }
  }

  /** The user's own modes changed: {@code +i-w}. */
  record ModesChanged(Source by, String letters) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modesChanged(this);
    }
  }

  /**
   * The user has read further, on one connection: the user's others want to know.
   *
   * @param connection the one that has been told already
   */
  record HasRead(Source by, String connection, ReadUpTo what) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.hasRead(this);
    }
  }

  /**
   * Somebody says something else of oneself, or of a room.
   *
   * @param target the user's nick, or a room
   * @param rooms whose members may be told
   * @param value nothing where it is taken back
   * @param connection the one that has been told already
   */
  record Annotated(
      Source by,
      String target,
      Set<RoomName> rooms,
      String key,
      Optional<String> value,
      String connection,
      long time)
      implements UserEvent {
    public Annotated {
      rooms = Set.copyOf(rooms);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.annotated(this);
    }
  }

  /** An administrator has something to say to all who listen. */
  record Wallops(Source by, String text, long time) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.wallops(this);
    }
  }

  /** An administrator has something to say to everybody who is here. */
  record Announced(Source by, String text, long time) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.announced(this);
    }
  }

  /** An administrator puts a user out of the server. */
  record Killed(Source by, Nick target, String reason) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.killed(this);
    }
  }

  /** An administrator bans people from the server: whom it covers, it puts out. */
  record Banned(Source by, ServerBan ban) implements UserEvent {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.banned(this);
    }
  }

  /** One case for each kind. */
  interface Visitor<R> {
    R cameIn(CameIn event);

    R wentOut(WentOut event);

    R nickChanged(NickChanged event);

    R identified(Identified event);

    R awayChanged(AwayChanged event);

    R modesChanged(ModesChanged event);

    R annotated(Annotated event);

    R hasRead(HasRead event);

    R wallops(Wallops event);

    R announced(Announced event);

    R killed(Killed event);

    R banned(Banned event);
  }
}
