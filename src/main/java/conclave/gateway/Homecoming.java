package conclave.gateway;

import conclave.handler.Residents.Resident;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.ReplyException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings many back, some at once. When a room's owner can't do it now, the rest waits for a second,
 * and for the store. One context.
 */
final class Homecoming {
  static final int AT_ONCE = 50;

  /** So often one is tried while the store answers: then it is a room of theirs that does not. */
  static final int TRIES = 3;

  private static final long PAUSE_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Homecoming.class);

  private record Attempt(Resident resident, int number) {}

  private final Context context;
  private final Function<Resident, Future<Void>> settle;
  private final Supplier<Future<?>> store;
  private final Deque<Attempt> waiting = new ArrayDeque<>();
  private final Promise<Void> done = Promise.promise();
  private int underWay;
  private boolean isPausing;

  /**
   * Those who come back.
   *
   * @param settle brings one back; may be done again for the same one
   * @param store succeeds where the store answers
   */
  Homecoming(
      Context context,
      Collection<Resident> residents,
      Function<Resident, Future<Void>> settle,
      Supplier<Future<?>> store) {
    this.context = context;
    this.settle = settle;
    this.store = store;
    residents.forEach(resident -> waiting.add(new Attempt(resident, 1)));
  }

  /** Done when nobody is left to bring back. */
  Future<Void> begin() {
    goOn();
    return done.future();
  }

  /** Begins with nobody any more. */
  void stop() {
    waiting.clear();
  }

  private void goOn() {
    while (!isPausing && underWay < AT_ONCE && !waiting.isEmpty()) {
      Attempt next = waiting.removeFirst();
      underWay++;
      // Never within this loop, however soon it is done: no depth that grows with their number.
      settle
          .apply(next.resident)
          .onComplete(settled -> context.runOnContext(now -> ended(next, settled)));
    }
    if (underWay == 0 && waiting.isEmpty()) {
      done.tryComplete();
    }
  }

  private void ended(Attempt attempt, AsyncResult<Void> settled) {
    underWay--;
    if (settled.failed()) {
      failed(attempt, settled.cause());
    }
    goOn();
  }

  private void failed(Attempt attempt, Throwable failure) {
    if (failure instanceof ReplyException && attempt.number < TRIES) {
      waiting.addLast(new Attempt(attempt.resident, attempt.number + 1));
      pause();
    } else {
      LOG.warn("{} can't come back: {}", attempt.resident.account(), failure.toString());
    }
  }

  private void pause() {
    if (!isPausing) {
      isPausing = true;
      askLater();
    }
  }

  private void askLater() {
    context.owner().setTimer(PAUSE_MILLIS, id -> ask());
  }

  private void ask() {
    store
        .get()
        .onComplete(
            there -> {
              isPausing = false;
              goOn();
            },
            away -> askLater());
  }
}
