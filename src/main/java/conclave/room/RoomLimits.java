package conclave.room;

/**
 * The limits within which a room keeps.
 *
 * @param listEntries of all of a room's lists together
 */
public record RoomLimits(int maxMembers, int listEntries) {}
