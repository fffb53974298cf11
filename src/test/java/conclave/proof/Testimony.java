package conclave.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one person saw.
 *
 * @param sent texts by place, in the order in which they were first sent
 * @param refused place and text of what was refused at least once
 * @param echoed what came back to its author, each time that it did
 * @param stays what was shown as it happened, one list for each connection; without what came back
 *     because it was sent again
 * @param pages of the history, as they were read after a reconnect
 * @param logs of places, read from their beginning to their end when all was over
 */
public record Testimony(
    String witness,
    Map<String, List<String>> sent,
    Set<String> refused,
    List<Message> echoed,
    List<List<Message>> stays,
    List<List<Message>> pages,
    Map<String, List<Message>> logs) {}
