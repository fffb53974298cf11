package conclave.gateway;

import conclave.handler.Caller;
import conclave.handler.History;
import conclave.handler.History.Next;
import conclave.handler.History.Talk;
import conclave.room.Event.Told;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Shows one connection that reads slowly what it has missed: from the logs, as much as it takes, of
 * each place in turn. One loop.
 */
final class CatchUp {
  private static final int PAGE = 200;
  private static final int MAX_CONVERSATIONS = 1_000;

  private final Connection connection;
  private final Output output;
  private final History history;
  private final Turns turns;
  private final LongAdder fellBehind;
  private final LongAdder nowBehind;
  private final Audience audience;
  private final LeftBehind leftBehind;
  private final Deque<Backlog> behind = new ArrayDeque<>(0);
  private final Map<Long, Backlog> conversations = new HashMap<>();
  private long oldest = Long.MAX_VALUE;
  private boolean isReading;
  private boolean isBehind;

  CatchUp(Connection connection, Output output, Listener listener) {
    this.connection = connection;
    this.output = output;
    this.history = listener.node().history();
    this.turns = listener.turns();
    this.fellBehind = listener.node().figures().fellBehind;
    this.nowBehind = listener.node().figures().behind;
    this.audience = listener.rooms().audience();
    this.leftBehind = new LeftBehind(connection, output);
  }

  /** The rooms that were left, and not shown so yet. */
  LeftBehind leftBehind() {
    return leftBehind;
  }

  /** From now on it is read. */
  void add(Backlog backlog) {
    behind.add(backlog);
    fellBehind.increment();
    count();
    go();
  }

  /** Is a message of a conversation not shown now, but late? */
  boolean misses(Told told) {
    boolean keepsUp = conversations.isEmpty() && !output.isPressed();
    if (keepsUp || !told.stamp().isKept()) {
      return false;
    }
    long seq = told.stamp().seq();
    Backlog backlog = conversations.get(told.stamp().place());
    if (backlog == null && !output.isPressed()) {
      return false;
    }
    oldest = Math.min(oldest, told.stamp().time());
    if (backlog == null) {
      miss(told);
    } else {
      backlog.missed(seq, output.causeOf(told));
    }
    return true;
  }

  private void miss(Told told) {
    if (conversations.size() >= MAX_CONVERSATIONS) {
      connection.close("Send queue exceeded: too many talk to you, and you read too slowly");
      return;
    }
    Backlog begun = begin(told.stamp().place(), told.stamp().seq());
    begun.missed(told.stamp().seq(), output.causeOf(told));
    add(begun);
  }

  private Backlog begin(long log, long seq) {
    Correspondence place = new Correspondence(connection, audience, () -> caughtUp(log));
    Backlog begun = new Backlog(place, log, seq);
    conversations.put(log, begun);
    return begun;
  }

  /**
   * A conversation could be shown up to that sequence only, all of it before that time: the rest is
   * shown late. False where it can't be.
   */
  boolean misses(Talk talk, long shown, long time) {
    if (conversations.size() >= MAX_CONVERSATIONS || connection.phase() == Caller.Phase.CLOSED) {
      return false;
    }
    oldest = Math.min(oldest, time + 1);
    Backlog begun = begin(talk.log(), shown + 1);
    begun.missed(talk.seq());
    behind.add(begun);
    count();
    return true;
  }

  private void caughtUp(long log) {
    conversations.remove(log);
    oldest = conversations.isEmpty() ? Long.MAX_VALUE : oldest;
  }

  /**
   * All that was said in conversations before then has been shown; milliseconds since 1970, UTC.
   */
  long oldest() {
    return oldest;
  }

  /** Nothing is shown any more. */
  void stop() {
    leftBehind.stop();
    behind.forEach(Backlog::end);
    behind.clear();
    conversations.clear();
    count();
  }

  private void count() {
    if (isBehind == behind.isEmpty()) {
      isBehind = !isBehind;
      nowBehind.add(isBehind ? 1 : -1);
    }
  }

  /** Shows what there is, as long as the peer takes it. */
  void go() {
    leftBehind.go();
    Backlog next = behind.peek();
    if (next == null || isReading || output.isPressed()) {
      return;
    }
    isReading = true;
    long asked = next.missed();
    turns
        .take(() -> read(next))
        .onComplete(
            piece -> {
              isReading = false;
              show(next, asked, piece);
              go();
            },
            away -> isReading = false); // the next second tries again
  }

  private Future<Next> read(Backlog backlog) {
    return history.following(backlog.log(), backlog.shown(), backlog.place().reader(), PAGE);
  }

  private void show(Backlog backlog, long asked, Next piece) {
    if (!behind.remove(backlog)) {
      return;
    }
    backlog.show(piece, asked, output::isPressed);
    if (backlog.isOver()) {
      backlog.place().caughtUp(backlog.shown());
    } else {
      behind.add(backlog);
    }
    count();
  }
}
