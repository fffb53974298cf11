package conclave.bus;

import java.util.List;

/**
 * How far places have come in which something happened lately: who has missed the last of it learns
 * that so. Sent all the time, so that it also says that its sender is there.
 *
 * @param node who owns them
 * @param presences the number of the last {@link PresenceNews} of that node
 * @param isDeaf does nothing come through to that node from the one that is told?
 */
public record Heads(String node, long presences, List<Head> heads, boolean isDeaf) {
  /**
   * One place.
   *
   * @param place its log
   * @param key under which it is asked for; for a conversation, nothing that anybody asks for
   * @param from the last sequence before what happened lately
   * @param seq the last sequence
   */
  public record Head(long place, String key, long from, long seq) {}

  public Heads {
    heads = List.copyOf(heads);
  }
}
