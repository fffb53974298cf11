package conclave.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What happened, as the server told it or as the connection shows it. The texts are as others wrote
 * them: make them {@link Harmless} before they are shown.
 */
public sealed interface Event {
  <R> R accept(Visitor<R> visitor);

  /** How something was said. */
  enum Manner {
    MESSAGE,
    ACTION,
    NOTICE
  }

  /** Logged in: the session can speak from now on. */
  record Connected(String nick, boolean loggedIn) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.connected(this);
    }
  }

  /**
   * The connection is lost.
   *
   * @param retryIn when the next attempt begins; empty if there is none
   * @param unconfirmed what was said and never seen to come back: it may be lost
   */
  record Disconnected(String reason, Optional<Duration> retryIn, List<String> unconfirmed)
      implements Event {
    public Disconnected {
      unconfirmed = List.copyOf(unconfirmed);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.disconnected(this);
    }
  }

  /**
   * Something was said in a room or between two.
   *
   * @param target a room, or a nick
   * @param own whether this user said it
   * @param replayed whether it comes from the room's history
   * @param number its place in the log; 0 where the server doesn't say it
   * @param id by which the server knows it; empty where it does not say
   */
  record Said(
      Instant time,
      String who,
      String target,
      String text,
      Manner manner,
      boolean own,
      boolean replayed,
      long number,
      String id)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.said(this);
    }
  }

  /**
   * The server has refused something that this user has said.
   *
   * @param text as it was said
   */
  record NotSaid(String target, String text, String reason) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notSaid(this);
    }
  }

  /**
   * Somebody else is writing something, or not any more.
   *
   * @param target a room, or this user's nick
   */
  record Typing(String who, String target, boolean isActive) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.typing(this);
    }
  }

  /**
   * What was asked for of what was said earlier, oldest first.
   *
   * @param target of which it is; empty for what was searched for, of which each says its own
   * @param isFound whether it was searched for; else it is what came before
   */
  record Past(String target, List<Said> said, boolean isFound) implements Event {
    public Past {
      said = List.copyOf(said);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.past(this);
    }
  }

  /** Somebody, or this user, is in the room now. */
  record Joined(Instant time, String who, String room, boolean own) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.joined(this);
    }
  }

  /** Somebody, or this user, has left the room. */
  record Parted(Instant time, String who, String room, String reason, boolean own)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parted(this);
    }
  }

  /**
   * Somebody was put out of the room.
   *
   * @param own whether it was this user
   */
  record Kicked(Instant time, String by, String room, String who, String reason, boolean own)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.kicked(this);
    }
  }

  /** Somebody has left the server. */
  record Quit(Instant time, String who, String reason) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.quit(this);
    }
  }

  /** Somebody, or this user, has another name now. */
  record NickChanged(Instant time, String before, String now, boolean own) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nickChanged(this);
    }
  }

  /** The room has another name now. */
  record RoomRenamed(Instant time, String who, String room, String to, String reason)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.roomRenamed(this);
    }
  }

  /**
   * The room's topic.
   *
   * @param who who set it just now; empty if this only tells what it is
   */
  record TopicChanged(Instant time, String who, String room, String topic) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.topicChanged(this);
    }
  }

  /** Modes of a room or a user were set or taken. */
  record ModeChanged(Instant time, String who, String target, String modes) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.modeChanged(this);
    }
  }

  /** Somebody asks this user into a room. */
  record Invited(Instant time, String who, String room) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invited(this);
    }
  }

  /** Who is in the room, each with the signs of their roles. */
  record Names(String room, List<String> names) implements Event {
    public Names {
      names = List.copyOf(names);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.names(this);
    }
  }

  /** One room of the list that was asked for. */
  record RoomListed(String room, String members, String topic) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.roomListed(this);
    }
  }

  /** One of the account's sessions, of the list that was asked for. */
  record SessionListed(ListedSession session) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sessionListed(this);
    }
  }

  /** Something else that the server itself says. */
  record Told(String text) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.told(this);
    }
  }

  /**
   * The server's no.
   *
   * @param code a numeric, or the code of a standard reply
   * @param subject what it is about, a room or a nick or a command; may be empty
   */
  record Refused(String code, String subject, String text) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** One answer for each kind of event. */
  interface Visitor<R> {
    R connected(Connected event);

    R disconnected(Disconnected event);

    R said(Said event);

    R notSaid(NotSaid event);

    R typing(Typing event);

    R past(Past event);

    R joined(Joined event);

    R parted(Parted event);

    R kicked(Kicked event);

    R quit(Quit event);

    R nickChanged(NickChanged event);

    R roomRenamed(RoomRenamed event);

    R topicChanged(TopicChanged event);

    R modeChanged(ModeChanged event);

    R invited(Invited event);

    R names(Names event);

    R roomListed(RoomListed event);

    R sessionListed(SessionListed event);

    R told(Told event);

    R refused(Refused event);
  }
}
