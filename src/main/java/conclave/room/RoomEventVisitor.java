package conclave.room;

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
import conclave.room.Event.TopicChanged;

/** One case for each kind of event of a room. */
public interface RoomEventVisitor<R> {
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

  R roomRenamed(RoomRenamed event);
}
