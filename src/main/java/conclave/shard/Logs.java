package conclave.shard;

import io.vertx.core.Future;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where owners get the logs of their shards. Callable on any context. */
public interface Logs {
  /**
   * These shards are the caller's from now on. What an owner before it has under way is committed
   * or lost when this is done, and what it appends later fails with {@link conclave.bus.NotOwner}.
   *
   * @param node who takes them
   * @return the log of each
   */
  Future<Map<Integer, RoomLog>> take(String node, Collection<Integer> shards);

  /** Those of these shards that another than that node has taken since. */
  Future<Set<Integer>> taken(String node, Collection<Integer> shards);

  /**
   * The last sequence that the log of each of these places has. A place that keeps nothing is given
   * many more at once, which nobody may wait for or take for over.
   */
  Future<Map<Long, Long>> heads(Collection<Long> places);

  /**
   * A conversation in which something was said lately.
   *
   * @param from the last sequence before that
   * @param head the last that the log has
   */
  record Talk(long place, long from, long head) {}

  /**
   * The conversations of these accounts in which something was said after that time, the latest
   * first, and no more than some thousands.
   *
   * @param accounts their keys
   * @param time milliseconds since 1970, UTC
   */
  Future<List<Talk>> talks(Collection<String> accounts, long time);

  /** The keys of rooms that somebody is in. */
  Future<List<String>> inhabited();
}
