package conclave.room;

import conclave.name.RoomName;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;

/**
 * An event as one of the room under the name that it has now: in the log it has the one of its
 * time. That it got another name stays what it was.
 */
public record UnderName(RoomName room) implements Event.Visitor<Event> {
  @Override
  public Event joined(Joined e) {
    return new Joined(e.stamp(), room, e.by(), e.realname(), e.roles(), e.audience());
  }

  @Override
  public Event parted(Parted e) {
    return new Parted(e.stamp(), room, e.by(), e.reason(), e.audience());
  }

  @Override
  public Event departed(Departed e) {
    return new Departed(e.stamp(), room, e.by(), e.reason(), e.audience());
  }

  @Override
  public Event said(Said e) {
    return new Said(e.stamp(), room, e.by(), e.kind(), e.text(), e.tags(), e.audience());
  }

  @Override
  public Event topicChanged(TopicChanged e) {
    return new TopicChanged(e.stamp(), room, e.by(), e.text());
  }

  @Override
  public Event modesChanged(ModesChanged e) {
    return new ModesChanged(e.stamp(), room, e.by(), e.changes(), e.audience());
  }

  @Override
  public Event kicked(Kicked e) {
    return new Kicked(e.stamp(), room, e.by(), e.target(), e.reason(), e.audience());
  }

  @Override
  public Event invited(Invited e) {
    return new Invited(e.stamp(), room, e.by(), e.target(), e.audience());
  }

  @Override
  public Event renamed(Renamed e) {
    return new Renamed(e.stamp(), room, e.by(), e.to(), e.audience());
  }

  @Override
  public Event identified(Identified e) {
    return new Identified(e.stamp(), room, e.by(), e.to(), e.audience());
  }

  @Override
  public Event described(Described e) {
    return new Described(e.stamp(), room, e.by(), e.realname(), e.audience());
  }

  @Override
  public Event takenBack(TakenBack e) {
    return new TakenBack(e.stamp(), room, e.by(), e.seq(), e.reason(), e.audience());
  }

  @Override
  public Event roomRenamed(RoomRenamed e) {
    return e;
  }

  @Override
  public Event told(Told e) {
    return e;
  }
}
