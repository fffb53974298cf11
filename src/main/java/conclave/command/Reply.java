package conclave.command;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.Refusal;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that one caller can be answered. What several people see is an {@link Event} instead. */
public interface Reply {
  <R> R accept(ReplyVisitor<R> visitor);

  /** The first line of every connection. */
  record Greeting() implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.greeting(this);
    }
  }

  /** No, and why. */
  record Refused(Refusal refusal) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /** The caller is in. */
  record Welcome(Nick nick, ServerFacts facts, Counts counts) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.welcome(this);
    }
  }

  /** The answer to CAP: LS, LIST, ACK or NAK with the words that go with it. */
  record CapAnswer(String subcommand, List<String> words, boolean has302) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.capAnswer(this);
    }
  }

  /** The server's turn in SASL: {@code +}, or base64. */
  record SaslChallenge(String data) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.saslChallenge(this);
    }
  }

  /** The mechanisms that there are (908). */
  record SaslMechanisms(List<String> names) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.saslMechanisms(this);
    }
  }

  /** The caller is logged in as that account. */
  record LoggedIn(Source source, String account, boolean bySasl) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.loggedIn(this);
    }
  }

  /** The account exists now. */
  record Registered(String account, boolean isAdmin) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.registered(this);
    }
  }

  /** What became of a REGISTER or VERIFY. */
  record Enrolled(String verb, String account, boolean needsCode, Optional<Refusal> refusal)
      implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.enrolled(this);
    }
  }

  /** A service says something, or no. */
  record ServiceSays(String service, String text, Optional<Refusal> refusal) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.serviceSays(this);
    }
  }

  /** Type the password now. */
  record PasswordPrompt(String account, boolean isNew) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.passwordPrompt(this);
    }
  }

  /** A code with which one person can register until then. */
  record InvitationMade(String code, long expires) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.invitationMade(this);
    }
  }

  /** PONG. */
  record Pong(String token) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.pong(this);
    }
  }

  /** The caller's nick changed, for callers that no room tells. */
  record NickChanged(Source from, Nick to) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.nickChanged(this);
    }
  }

  /** The topic, or that there is none. */
  record TopicIs(RoomView room) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.topicIs(this);
    }
  }

  /** Who is in the room. */
  record NamesAre(RoomView room) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.namesAre(this);
    }
  }

  /** Nobody that the caller may know of is in a room with that name. */
  record NoNames(String room) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.noNames(this);
    }
  }

  /** The rooms. */
  record RoomList(List<RoomSummary> rooms) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.roomList(this);
    }
  }

  /** The room's modes; its key is for members. */
  record ModesAre(RoomView room, boolean isMember) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.modesAre(this);
    }
  }

  /** One of the room's lists. */
  record ModeListIs(RoomView room, Mode list) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.modeListIs(this);
    }
  }

  /** The caller's own modes. */
  record UserModesAre(boolean isAdmin) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.userModesAre(this);
    }
  }

  /** The user was asked in. */
  record Inviting(Nick nick, RoomName room) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.inviting(this);
    }
  }

  /** The members of a room, for WHO. */
  record WhoRoom(RoomView room, Set<String> admins) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.whoRoom(this);
    }
  }

  /** The users that a mask covers, for WHO. */
  record WhoUsers(String mask, List<User> users) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.whoUsers(this);
    }
  }

  /** One user; {@code rooms} with prefixes, only those that the caller may know. */
  record WhoisIs(User user, List<String> rooms) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.whoisIs(this);
    }
  }

  /** That is all of a WHOIS that found nobody. */
  record WhoisEnd(String nick) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.whoisEnd(this);
    }
  }

  /** What was said, oldest first. */
  record Replay(String place, List<Event> events, boolean isAsked) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.replay(this);
    }
  }

  /** That room is the current one now. */
  record Switched(RoomName room) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.switched(this);
    }
  }

  /** The message of the day. */
  record MotdIs(List<String> lines) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.motdIs(this);
    }
  }

  /** How many there are. */
  record LusersAre(Counts counts) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.lusersAre(this);
    }
  }

  /** Which server this is. */
  record VersionIs(ServerFacts facts) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.versionIs(this);
    }
  }

  /** How to use a command, or all of them. */
  record HelpIs(String topic) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.helpIs(this);
    }
  }

  /** Are you there? */
  record PingYou(String token) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.pingYou(this);
    }
  }

  /** The last line: why the connection ends. */
  record Closing(String reason) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.closing(this);
    }
  }

  /** A sentence from the server. */
  record Note(String text) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.note(this);
    }
  }
}
