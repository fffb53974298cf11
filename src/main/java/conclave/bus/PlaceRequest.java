package conclave.bus;

import conclave.room.Origin;
import conclave.room.RoomCommand;

/** What is asked of a shard's owner. */
public sealed interface PlaceRequest {
  /** Do this in that place. */
  record Do(String key, RoomCommand command, Origin origin) implements PlaceRequest {}

  /** What does that room look like? */
  record Look(String key) implements PlaceRequest {}

  /** Which rooms of this shard have members? */
  record ListAll() implements PlaceRequest {}
}
