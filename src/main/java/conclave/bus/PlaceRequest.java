package conclave.bus;

import conclave.name.Nick;
import conclave.room.Origin;
import conclave.room.RoomCommand;

/** What is asked of a shard's owner. */
public sealed interface PlaceRequest {
  /** Do this in that place; a room that is new gets its name as it is written here. */
  record Do(String place, RoomCommand command, Origin origin) implements PlaceRequest {}

  /** What does that room look like? */
  record Look(String place) implements PlaceRequest {}

  /** Which rooms of this shard was that user asked into? */
  record ListInvitations(Nick nick) implements PlaceRequest {}

  /** Which rooms of this shard have members? */
  record ListAll() implements PlaceRequest {}
}
