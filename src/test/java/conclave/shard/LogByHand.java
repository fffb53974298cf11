package conclave.shard;

import conclave.bus.Doubtful;
import conclave.room.Event;
import conclave.room.Modes;
import conclave.room.Mothers;
import conclave.room.RetryKey;
import conclave.room.RoomLimits;
import conclave.room.RoomState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A log whose commits end when the test says so, and how it says so. */
final class LogByHand implements RoomLog {
  private record Commit(Append append, Promise<Void> promise) {}

  final List<Append> appends = new ArrayList<>();
  long now = Mothers.NOW;
  private final Deque<Commit> open = new ArrayDeque<>();
  private final Map<String, Stored> stored = new HashMap<>();
  private final List<Promise<Optional<Stored>>> heldLoads = new ArrayList<>();
  private final List<Runnable> heldSent = new ArrayList<>();
  private final List<Event> kept = new ArrayList<>();
  private final Set<Long> erased = new HashSet<>();
  private boolean isAway;
  private boolean holdsLoads;
  private boolean isDeposed;
  private boolean isShared;
  private Runnable reading = () -> {};

  @Override
  public Future<Optional<Stored>> load(String key) {
    reading.run();
    if (holdsLoads) {
      Promise<Optional<Stored>> promise = Promise.promise();
      heldLoads.add(promise);
      return promise.future();
    }
    return isAway
        ? Future.failedFuture("the store is away")
        : Future.succeededFuture(Optional.ofNullable(stored.get(key)));
  }

  @Override
  public Future<Last> last(long place) {
    return Future.succeededFuture(new Last(0, List.of()));
  }

  @Override
  public boolean keepsMembers() {
    return isShared;
  }

  /** What is done when a room is read. */
  void whenRead(Runnable work) {
    reading = work;
  }

  /** From now on it keeps who is in. */
  void share() {
    isShared = true;
  }

  /** Has the owner been told that it is one no more? */
  boolean isDeposed() {
    return isDeposed;
  }

  @Override
  public Future<Void> append(Append append) {
    appends.add(append);
    Promise<Void> promise = Promise.promise();
    open.add(new Commit(append, promise));
    return promise.future();
  }

  @Override
  public Future<Optional<Sent>> sent(Set<Long> places, RetryKey key) {
    if (holdsLoads) {
      Promise<Optional<Sent>> promise = Promise.promise();
      heldSent.add(() -> promise.complete(find(places, key)));
      return promise.future();
    }
    return isAway
        ? Future.failedFuture("the store is away")
        : Future.succeededFuture(find(places, key));
  }

  @Override
  public Future<List<Event>> after(long place, long seq) {
    return isAway
        ? Future.failedFuture("the store is away")
        : Future.succeededFuture(
            kept.stream()
                .filter(event -> event.stamp().place() == place && event.stamp().seq() > seq)
                .toList());
  }

  private Optional<Sent> find(Set<Long> places, RetryKey key) {
    return kept.stream()
        .filter(event -> places.contains(event.stamp().place()))
        .filter(event -> event.stamp().origin().retry().equals(Optional.of(key)))
        .findFirst()
        .map(event -> new Sent(Optional.of(event).filter(e -> !erased.contains(e.stamp().seq()))));
  }

  /** What shards share, with this log, room for ten, and this clock. */
  Shard.Setting setting(Shard.Later later) {
    return new Shard.Setting(
        this,
        () -> new RoomLimits(10, 10),
        () -> Modes.INITIAL,
        "#lobby"::equals,
        () -> now,
        later,
        () -> isDeposed = true);
  }

  /** The oldest open commit is on stable storage. */
  void commit() {
    Commit commit = open.remove();
    keep(commit.append);
    commit.promise.complete();
  }

  void commitAll() {
    while (!open.isEmpty()) {
      commit();
    }
  }

  /** The oldest open commit fails, and nothing of it is kept. */
  void fail() {
    open.remove().promise.fail("disk full");
  }

  /** The oldest open commit is not kept, and nobody says so. */
  void failUnheard() {
    open.remove().promise.fail(new Doubtful("connection lost", new IOException()));
  }

  /** The oldest open commit is kept, but its acknowledgement is lost. */
  void commitUnheard() {
    Commit commit = open.remove();
    keep(commit.append);
    commit.promise.fail(new Doubtful("connection lost", new IOException()));
  }

  /** The oldest open commit is kept unheard, and another owner has stored this behind it. */
  void commitUnheardBefore(Event event) {
    Commit commit = open.remove();
    keep(commit.append);
    keepElsewhere(event);
    commit.promise.fail(new Doubtful("connection lost", new IOException()));
  }

  /** Another owner has stored this. */
  void keepElsewhere(Event event) {
    kept.add(event);
  }

  /** The message with this sequence was taken back. */
  void erase(long seq) {
    erased.add(seq);
  }

  /** From now on nothing can be read. */
  void goAway() {
    isAway = true;
  }

  void comeBack() {
    isAway = false;
  }

  /** From now on what is loaded comes later. */
  void holdLoads() {
    holdsLoads = true;
  }

  /** What was asked for comes now: there is nothing. */
  void answerLoads() {
    holdsLoads = false;
    heldLoads.forEach(promise -> promise.complete(Optional.empty()));
    heldSent.forEach(Runnable::run);
    heldSent.clear();
  }

  int openCommits() {
    return open.size();
  }

  int heldLoads() {
    return heldLoads.size();
  }

  private void keep(Append append) {
    Optional<RoomState> before =
        Optional.ofNullable(stored.get(append.key())).flatMap(Stored::state);
    kept.addAll(append.events());
    if (append.newKey().isPresent()) {
      stored.remove(append.key());
    }
    String key = append.newKey().orElse(append.key());
    stored.put(key, new Stored(append.id(), append.state().or(() -> before), append.last()));
  }
}
