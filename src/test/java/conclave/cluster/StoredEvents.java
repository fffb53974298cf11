package conclave.cluster;

import conclave.room.Event;
import conclave.room.RetryKey;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A log to read from, which answers when the test lets it. */
final class StoredEvents implements RoomLog {
  private record Held(long seq, Promise<List<Event>> answer) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Held> held = new ArrayList<>();
  private boolean isHeld;
  private boolean isAway;
  private int reads;

  synchronized void add(Event... more) {
    events.addAll(List.of(more));
    events.sort(Comparator.comparingLong(event -> event.stamp().seq()));
  }

  synchronized void hold() {
    isHeld = true;
  }

  void release() {
    List<Held> waiting;
    synchronized (this) {
      isHeld = false;
      waiting = List.copyOf(held);
      held.clear();
    }
    waiting.forEach(one -> one.answer.complete(found(one.seq)));
  }

  synchronized void fail() {
    isAway = true;
  }

  synchronized void comeBack() {
    isAway = false;
  }

  synchronized int reads() {
    return reads;
  }

  private synchronized List<Event> found(long seq) {
    return events.stream().filter(event -> event.stamp().seq() > seq).toList();
  }

  @Override
  public synchronized Future<List<Event>> after(long place, long seq) {
    reads++;
    if (isAway) {
      return Future.failedFuture("the store is away");
    }
    if (isHeld) {
      Promise<List<Event>> answer = Promise.promise();
      held.add(new Held(seq, answer));
      return answer.future();
    }
    return Future.succeededFuture(found(seq));
  }

  @Override
  public Future<Optional<Stored>> load(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Last> last(long place) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean keepsMembers() {
    return true;
  }

  @Override
  public Future<Optional<Sent>> sent(Set<Long> places, RetryKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Future<Void> append(Append append) {
    throw new UnsupportedOperationException();
  }
}
