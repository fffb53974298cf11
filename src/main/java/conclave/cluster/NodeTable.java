package conclave.cluster;

import io.vertx.core.Future;
import java.util.List;

/**
 * Where the nodes write down that they live, by one clock for all. Callable on any context. It also
 * says who is dead: that is decided once, and for all.
 */
public interface NodeTable {
  /** Who was heard of no longer ago than this lives, milliseconds. */
  long LIVING_MILLIS = 3_000;

  /**
   * A node.
   *
   * @param id its own, new at each start
   * @param joined how the cluster manager calls it
   * @param name what operators call it
   */
  record Entry(String id, String joined, String name) {}

  /**
   * What the table says.
   *
   * @param living those that were heard of lately
   * @param isBuried has somebody declared the asking node dead?
   */
  record Census(List<Entry> living, boolean isBuried) {
    public Census {
      living = List.copyOf(living);
    }
  }

  /** The node lives. */
  Future<Census> beat(Entry self);

  /** The node is about to end: it lives no more, and its users are given time to come back. */
  Future<Void> leave(String id);

  /** Those that were not heard of for so long, in milliseconds, and are not buried. */
  Future<List<String>> dead(long silence);

  /** From now on the node is dead, if it was not heard of for so long; else nothing happens. */
  Future<Boolean> bury(String id, long silence);
}
