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
 * the next owner in that order, before anything newer.
 *
 * <p>All that is asked is numbered, and an owner who has missed or refused one takes nothing that
 * comes after it: else one who becomes the owner just then would do the second and not the first.
 * With what is asked again the numbers begin anew, in the next round. Any thread.
 */
final class Lane {
  private static final long AGAIN_MILLIS = 50;

  /** So long what waits is held up by what is under way. */
  private static final long HOPE_MILLIS = 3_000;

  /** After so long without an answer it may have been lost on the way, and nobody would say so. */
  private static final long DOUBT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Asks a node. */
  interface Line {
    Future<PlaceAnswer> ask(String node, int shard, Step step, PlaceRequest request);
  }

  /** The how manieth it is of which round. */
  record Step(long round, long turn) {}

  /** How something that was asked will be answered, at one attempt. */
  private record Sent(Asked asked, int attempt, Future<PlaceAnswer> answer) {}

  private final int shard;
  private final Views views;
  private final Line line;
  private final VertxInternal vertx;
  private final Set<Asked> underWay = new LinkedHashSet<>();
  private final List<Asked> waiting = new ArrayList<>();
  private Optional<String> last = Optional.empty();
  private boolean isStopped;
  private long stops;
  private long count;
  private long round;
  private long turn;

  Lane(int shard, Views views, Line line, VertxInternal vertx) {
    this.shard = shard;
    this.views = views;
    this.line = line;
    this.vertx = vertx;
  }

  Future<PlaceAnswer> ask(PlaceRequest request) {
    Promise<PlaceAnswer> answer = vertx.getOrCreateContext().promise();
    Sent sent;
    synchronized (this) {
      Asked asked = new Asked(++count, request, answer);
      if (isStopped) {
        waiting.add(asked);
        return answer.future();
      }
      underWay.add(asked);
      sent = send(asked);
    }
    follow(sent);
    return answer.future();
  }

  /**
   * Where an answer is long in coming, another node is asked whether all has come through. If it
   * has not, that is refused, and what waits is given up. If it has, that is answered behind all
   * the rest, and what has no answer then was answered in vain.
   */
  void look() {
    if (isInDoubt()) {
      ask(new PlaceRequest.Present());
    }
  }

  private synchronized boolean isInDoubt() {
    Optional<String> self = Optional.of(views.current().self());
    return !isStopped
        && !last.equals(self)
        && underWay.stream().limit(1).anyMatch(first -> first.isOlderThan(DOUBT_NANOS))
        && underWay.stream()
            .noneMatch(asked -> asked.isRollCall() && !asked.isOlderThan(DOUBT_NANOS));
  }

  /** In the order of the numbers: one after the other. */
  private Sent send(Asked asked) {
    Optional<String> owner = views.current().owner(shard);
    if (!owner.equals(last) && underWay.size() == 1) {
      beginAnew();
    }
    last = owner;
    asked.owner = owner;
    return new Sent(
        asked,
        ++asked.attempt,
        owner.isEmpty()
            ? Future.failedFuture(refusal("this node is cut off from the others"))
            : line.ask(owner.get(), shard, new Step(round, turn++), asked.request));
  }

  private void beginAnew() {
    round++;
    turn = 0;
  }

  private void follow(Sent sent) {
    Optional<String> owner = sent.asked.owner;
    sent.answer.onComplete(done -> settle(sent.asked, sent.attempt, done));
    if (owner.isPresent() && !views.current().has(owner.get())) {
      gone(owner.get());
    }
  }

  private static ReplyException refusal(String sentence) {
    return new ReplyException(ReplyFailure.RECIPIENT_FAILURE, Failures.UNAVAILABLE, sentence);
  }

  private static ReplyException noAnswer() {
    String sentence = "the owner of that room can't be reached from this node";
    return new ReplyException(ReplyFailure.RECIPIENT_FAILURE, Failures.NO_ANSWER, sentence);
  }

  private void settle(Asked asked, int attempt, AsyncResult<PlaceAnswer> answer) {
    List<Asked> lost = List.of();
    boolean isOpen;
    synchronized (this) {
      if (asked.attempt != attempt || !underWay.contains(asked)) {
        return;
      }
      if (answer.failed() && isToRepeat(asked, answer.cause())) {
        repeat(asked);
      } else {
        underWay.remove(asked);
        if (answer.succeeded() && asked.isRollCall()) {
          lost = answeredInVain(asked);
        }
      }
      isOpen = answer.failed() && asked.mayBeDone();
    }
    if (asked.attempt == attempt) {
      asked.answer.handle(isOpen ? Future.failedFuture(noAnswer()) : answer);
    }
    failAll(lost);
  }

  private void repeat(Asked asked) {
    underWay.remove(asked);
    asked.attempt++;
    stop();
    waiting.add(asked);
  }

  /** What was asked of the same node before that is asked again; what can't be, is given back. */
  private List<Asked> answeredInVain(Asked present) {
    List<Asked> rest = new ArrayList<>();
    for (Asked asked : List.copyOf(underWay)) {
      if (asked.number < present.number && asked.owner.equals(present.owner)) {
        if (asked.isRepeatable()) {
          repeat(asked);
        } else {
          underWay.remove(asked);
          rest.add(asked);
        }
      }
    }
    return rest;
  }

  private void doubt(Asked asked) {
    asked.doubt();
    repeat(asked);
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
      of(node).forEach(this::doubt);
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
    failAll(open);
  }

  /** Nothing more is asked until what is under way is answered. */
  private void stop() {
    if (!isStopped) {
      isStopped = true;
      long which = ++stops;
      vertx.setTimer(HOPE_MILLIS, id -> giveUp(which));
    }
  }

  /**
   * Where an owner has missed one, the answers to those before it may be lost as well. What of them
   * comes late is of a round that is over, and refused.
   */
  private void giveUp(long which) {
    List<Asked> open;
    synchronized (this) {
      if (!isStopped || stops != which) {
        return;
      }
      open = List.copyOf(underWay);
      underWay.clear();
    }
    failAll(open);
  }

  private void failAll(List<Asked> open) {
    open.forEach(asked -> asked.answer.fail(noAnswer()));
    goOn();
  }

  private List<Asked> of(String node) {
    Predicate<Asked> isIts = asked -> asked.owner.equals(Optional.of(node));
    return underWay.stream().filter(isIts).toList();
  }

  /** Where nothing is under way any more, what waits is next. */
  private void goOn() {
    synchronized (this) {
      if (!isStopped || !underWay.isEmpty()) {
        return;
      }
    }
    vertx.setTimer(AGAIN_MILLIS, id -> resume());
  }

  private void resume() {
    List<Sent> sent = new ArrayList<>();
    synchronized (this) {
      if (!isStopped || !underWay.isEmpty()) {
        return;
      }
      waiting.sort(Comparator.comparingLong(asked -> asked.number));
      underWay.addAll(waiting);
      beginAnew();
      waiting.forEach(asked -> sent.add(send(asked)));
      waiting.clear();
      isStopped = false;
    }
    sent.forEach(this::follow);
  }
}
