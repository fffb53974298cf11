package conclave.command;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Mode;
import conclave.room.Refusal;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import java.util.List;
import java.util.Optional;

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

  /** The user was asked in. */
  record Inviting(Nick nick, RoomName room) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.inviting(this);
    }
  }

  /** What was said, oldest first; under the name that the room has now. */
  record Replay(String place, List<Event> events, boolean isAsked) implements Reply {
    public Replay {
      Optional<RoomName> room = RoomName.parse(place);
      events = events.stream().map(event -> room.map(r -> in(r, event)).orElse(event)).toList();
    }

    private static Event in(RoomName room, Event event) {
      return event instanceof Said said && !said.room().key().equals(room.key())
          ? said.in(room)
          : event;
    }

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

  /** Something about users. */
  record OfUsers(UserAnswer answer) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.ofUsers(this);
    }
  }

  /** Something about the server. */
  record OfServer(ServerAnswer answer) implements Reply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.ofServer(this);
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
