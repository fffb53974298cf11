package conclave.room;

/**
 * By what a message is known when its sender sends it again, not knowing whether it has arrived.
 * Two senders never share one, and no sender has the same in two places.
 *
 * @param sender the key of an account, or the name of a guest's connection
 * @param id as the sender chose it
 * @param isLasting is it of an account, so that it is known on each of its connections, and after a
 *     restart?
 */
public record RetryKey(String sender, String id, boolean isLasting) {}
