package conclave.bus;

/**
 * All rooms know who bears it.
 *
 * @param node that says so
 * @param number of the last {@link PresenceNews} before that
 */
public record NickSettled(String node, long number) {}
