package conclave.command;

/**
 * How many there are (LUSERS).
 *
 * @param unknown connections that are not admitted yet
 * @param most the most users that were here at once
 */
public record Counts(int users, int admins, int unknown, int rooms, int most) {}
