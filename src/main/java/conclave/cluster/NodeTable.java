package conclave.cluster;

import conclave.handler.Servers.Share;
import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;
import java.util.List;

/**
 * Where the nodes write down that they live, by one clock for all. Callable on any context. It also
 * says who is dead: that is decided once, and for all.
 */
public interface NodeTable {
  /** Who was heard of no longer ago than this lives, while the store is there; milliseconds. */
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
   * @param dead those that were declared dead and have no users any more: until then who comes back
   *     is in the rooms in which it was
   * @param isBuried is the asking node one of them?
   */
  record Census(List<Entry> living, List<String> dead, boolean isBuried) {
    public Census {
      living = List.copyOf(living);
      dead = List.copyOf(dead);
    }
  }

  /** Somebody who is in a room and nowhere else. */
  record Orphan(String room, Source user) {}

  /**
   * The node lives.
   *
   * @param silence who was heard of no longer ago than this lives as well, milliseconds
   */
  Future<Census> beat(Entry self, long silence);

  /** The node is about to end: it lives no more, and its users are given time to come back. */
  Future<Void> leave(String id);

  /** Those that were not heard of for so long, in milliseconds, are dead from now on. */
  Future<Void> bury(long silence);

  /** The dead whose users are still written down. */
  Future<List<String>> graves();

  /** These users of a dead node are on that one now. */
  Future<Void> adopt(String dead, String by, List<Nick> nicks);

  /** Who is in a room, and on no node that is not dead. */
  Future<List<Orphan>> orphans();

  /** Who owns which shards, as far as each has taken them. */
  Future<List<Share>> shares();

  /** There is one node alone, and nobody is there yet. */
  Future<Void> reset();

  /** The dead has no users any more. */
  Future<Void> close(String dead);
}
