package conclave.cli.rooms;

/**
 * One of the open rooms, as a list of them shows it.
 *
 * @param number from 1, by which it is gone to
 * @param unread how many messages nobody has looked at
 * @param calls how many of them speak to this user
 */
public record Tab(int number, String name, int unread, int calls, boolean isInFront) {}
