package conclave.shard;

import conclave.bus.Addresses;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far each node has come with what it asks of each shard. What it asks is numbered: where one
 * was missed or refused, nothing is taken that comes after it, until the node begins anew with what
 * it has no answer to. One loop.
 */
final class Asking {
  /** So many nodes are known; of one that was forgotten, the next begins anew. */
  private static final int MAX_NODES = 256;

  /** Where one node is with one shard. */
  private static final class Course {
    private long round = -1;
    private long next;
    private boolean isBroken;
    private final Set<Future<?>> open = new LinkedHashSet<>();

    boolean takes(long ofRound, long turn) {
      if (ofRound > round) {
        round = ofRound;
        next = 0;
        isBroken = false;
      }
      boolean isNext = ofRound == round && turn == next && !isBroken;
      if (isNext) {
        next++;
      } else if (ofRound == round) {
        isBroken = true;
      }
      return isNext;
    }
  }

  private final Map<String, Map<Integer, Course>> courses =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<Integer, Course>> eldest) {
          return size() > MAX_NODES;
        }
      };

  /** Is that the next that its node asks? What says nothing of that is always. */
  boolean isNext(int shard, MultiMap headers) {
    String node = headers.get(Addresses.BY_NODE);
    return node == null
        || course(node, shard)
            .takes(number(headers, Addresses.ROUND), number(headers, Addresses.TURN));
  }

  /** It is being answered. */
  void began(int shard, MultiMap headers, Future<?> answer) {
    String node = headers.get(Addresses.BY_NODE);
    if (node != null) {
      Set<Future<?>> open = course(node, shard).open;
      open.add(answer);
      answer.onComplete(done -> open.remove(answer));
    }
  }

  /**
   * Done when its node has its answers to all that has begun, or was told why there is none. What
   * waits for that begins then, and stands for all of it: each is waited for once.
   */
  Future<?> answered(int shard, MultiMap headers) {
    String node = headers.get(Addresses.BY_NODE);
    if (node == null) {
      return Future.succeededFuture();
    }
    Set<Future<?>> open = course(node, shard).open;
    Future<?> all = Future.join(List.copyOf(open)).otherwiseEmpty();
    open.clear();
    return all;
  }

  /** It was refused, because another is the owner: what comes after it is refused as well. */
  void refused(int shard, MultiMap headers) {
    String node = headers.get(Addresses.BY_NODE);
    if (node != null) {
      Course course = course(node, shard);
      course.isBroken |= course.round == number(headers, Addresses.ROUND);
    }
  }

  /**
   * The shard is given up, and may be taken again: what comes then must not be done before what its
   * former self has under way, and may refuse.
   */
  void gaveUp(int shard) {
    for (Map<Integer, Course> of : courses.values()) {
      Course course = of.get(shard);
      if (course != null) {
        course.isBroken = true;
      }
    }
  }

  private Course course(String node, int shard) {
    return courses
        .computeIfAbsent(node, each -> new HashMap<>())
        .computeIfAbsent(shard, each -> new Course());
  }

  private static long number(MultiMap headers, String name) {
    return Long.parseLong(headers.get(name));
  }
}
