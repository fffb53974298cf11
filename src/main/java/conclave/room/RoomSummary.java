package conclave.room;

import conclave.name.RoomName;

/** A room in a list. */
public record RoomSummary(RoomName name, int members, String topic) {}
