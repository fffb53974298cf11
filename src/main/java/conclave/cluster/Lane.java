package conclave.cluster;

import conclave.bus.Failures;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.internal.VertxInternal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * What this node asks of one shard. It arrives in the order of the calls, also where the owner dies
 * or changes: then all that has no answer waits until nothing is under way, and is asked again of
 * the next owner in that order, before anything newer. Any thread.
 */
final class Lane {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long AGAIN_MILLIS = 50;

  /** Asks a node. */
  interface Line {
    Future<PlaceAnswer> ask(String node, int shard, PlaceRequest request);
  }

  /** Something that was asked, and how often. */
  private static final class Asked {
    private final long number;
    private final Promise<PlaceAnswer> answer;
    private final long since = System.nanoTime();
    private PlaceRequest request;
    private Optional<String> owner = Optional.empty();
    private int attempt;

    Asked(long number, PlaceRequest request, Promise<PlaceAnswer> answer) {
      this.number = number;
      this.request = request;
      this.answer = answer;
    }

    /** Whoever was asked may have done it. */
    void doubt() {
      if (request instanceof PlaceRequest.Do first) {
        request = new PlaceRequest.Again(first);
      }
    }

    boolean isOld() {
      return System.nanoTime() - since > PATIENCE_NANOS;
    }
  }

  private final int shard;
  private final Views views;
  private final Line line;
  private final VertxInternal vertx;
  private final Set<Asked> underWay = new LinkedHashSet<>();
  private final List<Asked> waiting = new ArrayList<>();
  private boolean isStopped;
  private long count;

  Lane(int shard, Views views, Line line, VertxInternal vertx) {
    this.shard = shard;
    this.views = views;
    this.line = line;
    this.vertx = vertx;
  }

  Future<PlaceAnswer> ask(PlaceRequest request) {
    Promise<PlaceAnswer> answer = vertx.getOrCreateContext().promise();
    Asked asked;
    synchronized (this) {
      asked = new Asked(++count, request, answer);
      (isStopped ? waiting : underWay).add(asked);
      if (isStopped) {
        return answer.future();
      }
    }
    send(asked);
    return answer.future();
  }

  private void send(Asked asked) {
    Optional<String> owner;
    int attempt;
    synchronized (this) {
      owner = views.current().owner(shard);
      asked.owner = owner;
      attempt = ++asked.attempt;
    }
    if (owner.isEmpty()) {
      settle(asked, attempt, Future.failedFuture(refusal("this node is cut off from the others")));
      return;
    }
    line.ask(owner.get(), shard, asked.request)
        .onComplete(answer -> settle(asked, attempt, answer));
    if (!views.current().has(owner.get())) {
      gone(owner.get());
    }
  }

  private static ReplyException refusal(String sentence) {
    return new ReplyException(ReplyFailure.RECIPIENT_FAILURE, Failures.UNAVAILABLE, sentence);
  }

  private void settle(Asked asked, int attempt, AsyncResult<PlaceAnswer> answer) {
    synchronized (this) {
      if (asked.attempt != attempt || !underWay.remove(asked)) {
        return;
      }
      if (answer.failed() && isToRepeat(asked, answer.cause())) {
        isStopped = true;
        waiting.add(asked);
        asked.attempt++;
      }
    }
    if (asked.attempt == attempt) {
      asked.answer.handle(answer);
    }
    goOn();
  }

  private boolean isToRepeat(Asked asked, Throwable cause) {
    if (asked.isOld() || !(cause instanceof ReplyException reply)) {
      return false;
    }
    if (reply.failureType() == ReplyFailure.TIMEOUT) {
      asked.doubt();
      return !views.current().owner(shard).equals(asked.owner);
    }
    return reply.failureType() == ReplyFailure.NO_HANDLERS
        || reply.failureCode() == Failures.MISDIRECTED;
  }

  /** That node is gone: it answers nothing more, and may have done what it was asked. */
  void gone(String node) {
    synchronized (this) {
      for (Asked asked : of(node)) {
        underWay.remove(asked);
        asked.doubt();
        asked.attempt++;
        isStopped = true;
        waiting.add(asked);
      }
    }
    goOn();
  }

  /** That node is there, and nothing comes through from it. */
  void silent(String node) {
    List<Asked> open;
    synchronized (this) {
      open = of(node);
      open.forEach(underWay::remove);
    }
    String sentence = "the owner of that room can't be reached from this node";
    open.forEach(
        asked ->
            asked.answer.fail(
                new ReplyException(ReplyFailure.RECIPIENT_FAILURE, Failures.NO_ANSWER, sentence)));
    goOn();
  }

  private List<Asked> of(String node) {
    Predicate<Asked> isIts = asked -> asked.owner.equals(Optional.of(node));
    return underWay.stream().filter(isIts).toList();
  }

  /** Where nothing is under way any more: what waits is next, or the lane is free. */
  private void goOn() {
    synchronized (this) {
      if (!isStopped || !underWay.isEmpty()) {
        return;
      }
      if (waiting.isEmpty()) {
        isStopped = false;
        return;
      }
    }
    vertx.setTimer(AGAIN_MILLIS, id -> resume());
  }

  private void resume() {
    List<Asked> next;
    synchronized (this) {
      if (!underWay.isEmpty()) {
        return;
      }
      waiting.sort(Comparator.comparingLong(asked -> asked.number));
      next = List.copyOf(waiting);
      underWay.addAll(next);
      waiting.clear();
    }
    next.forEach(this::send);
  }
}
