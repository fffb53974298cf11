package conclave.shard;

import conclave.bus.NotOwner;
import conclave.bus.PlaceAnswer;
import conclave.room.Event;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers what comes again as at the first time, and passes on what is new. What is known by a key
 * is looked for in the store, and all that comes meanwhile waits behind it, so that the order
 * stays; what has no key and nothing before it passes at once. One loop.
 */
final class Repeats {
  private record Waiting(Turn turn, Future<Optional<RoomLog.Sent>> known) {}

  /** It was done, and who asked for it is shown it as everybody. */
  private static final RoomLog.Sent DONE = new RoomLog.Sent(Optional.empty());

  private static final Future<Optional<RoomLog.Sent>> NOTHING =
      Future.succeededFuture(Optional.empty());

  /**
   * What a shard remembers of before.
   *
   * @param lately what was said last in its places
   * @param traces the rooms that had names of it
   */
  record Memory(SaidLately lately, Traces traces) {}

  private final long place;
  private final String name;
  private final Forerunner forerunner;
  private final RoomLog log;
  private final Memory memory;
  private final Consumer<Turn> decide;
  private final Deque<Waiting> behind = new ArrayDeque<>();

  /** On the way to the store, and how it is answered when it comes again meanwhile. */
  private final Map<RetryKey, Future<PlaceAnswer>> underWay = new HashMap<>();

  /**
   * The repeats in one place.
   *
   * @param name the key of the place: what rooms were sent that had it before, is known here too
   * @param decide is given what is new, in its turn
   */
  Repeats(
      long place,
      String name,
      RoomLog log,
      Memory memory,
      Forerunner forerunner,
      Consumer<Turn> decide) {
    this.place = place;
    this.name = name;
    this.forerunner = forerunner;
    this.log = log;
    this.memory = memory;
    this.decide = decide;
  }

  void take(Turn turn) {
    Optional<RetryKey> key = turn.origin().retry();
    if (key.isEmpty() && behind.isEmpty() && !turn.isAgain()) {
      decide.accept(turn);
      return;
    }
    Future<Optional<RoomLog.Sent>> known =
        turn.isAgain() ? done(turn) : key.map(this::known).orElse(NOTHING);
    behind.add(new Waiting(turn, known));
    known.onComplete(any -> pump());
  }

  /** How a command with this key would be answered; nothing where it would be new. */
  Future<PlaceAnswer> recall(RetryKey key) {
    Future<PlaceAnswer> same = underWay.get(key);
    if (same != null) {
      return same;
    }
    Optional<Event> event = lately(key);
    if (event.isPresent()) {
      return Future.succeededFuture(PlaceAnswer.repeated(event.get()));
    }
    return known(key)
        .map(found -> found.map(Repeats::repeated).orElse(PlaceAnswer.settled(List.of())));
  }

  private Future<Optional<RoomLog.Sent>> known(RetryKey key) {
    return isForTheStore(key) ? log.sent(places(), key) : NOTHING;
  }

  /**
   * What was done of it, here or by an owner before; of what was said under a key, whoever has done
   * it.
   */
  private Future<Optional<RoomLog.Sent>> done(Turn turn) {
    return forerunner
        .did(turn.origin())
        .compose(
            isDone ->
                isDone
                    ? Future.succeededFuture(Optional.of(DONE))
                    : turn.origin().retry().map(this::known).orElse(NOTHING));
  }

  private boolean isForTheStore(RetryKey key) {
    return key.isLasting() && !underWay.containsKey(key) && lately(key).isEmpty();
  }

  /** Who sends again may not know yet that the room has another name. */
  private Set<Long> places() {
    Set<Long> former = memory.traces.formerly(name).keySet();
    if (former.isEmpty()) {
      return Set.of(place);
    }
    Set<Long> all = new LinkedHashSet<>(former);
    all.add(place);
    return all;
  }

  private Optional<Event> lately(RetryKey key) {
    return places().stream().flatMap(one -> memory.lately.find(one, key).stream()).findFirst();
  }

  private void pump() {
    while (!behind.isEmpty() && behind.peek().known.isComplete()) {
      Waiting first = behind.remove();
      if (first.known.failed()) {
        first.turn.answer().fail(first.known.cause());
      } else {
        settle(first.turn, first.known.result());
      }
    }
  }

  /** Another may have come with the same key, before it, since the store was asked. */
  @SuppressWarnings("ReferenceEquality") // DONE marks what left no event
  private void settle(Turn turn, Optional<RoomLog.Sent> known) {
    Optional<RetryKey> key = turn.origin().retry();
    Optional<Future<PlaceAnswer>> same = key.map(underWay::get);
    Optional<Event> event = key.flatMap(this::lately);
    if (same.isPresent()) {
      same.get().onComplete(turn.answer());
    } else if (known.filter(sent -> sent == DONE).isPresent()) {
      turn.answer().complete(PlaceAnswer.settled(List.of()));
    } else if (event.isPresent()) {
      turn.answer().complete(PlaceAnswer.repeated(event.get()));
    } else if (known.isPresent()) {
      turn.answer().complete(repeated(known.get()));
    } else {
      decide.accept(turn);
    }
  }

  private static PlaceAnswer repeated(RoomLog.Sent sent) {
    return sent.event()
        .map(PlaceAnswer::repeated)
        .orElseGet(() -> PlaceAnswer.settled(List.of(Refusal.of(Reason.SAID_AND_GONE))));
  }

  /** It was decided, and goes to the store. */
  void began(Turn turn, Event event) {
    Optional<RetryKey> key = turn.origin().retry();
    if (key.isEmpty()) {
      return;
    }
    Future<PlaceAnswer> answer = turn.answer().future();
    underWay.put(key.get(), answer.map(done -> isNew(done) ? PlaceAnswer.repeated(event) : done));
    answer.onComplete(
        done -> {
          underWay.remove(key.get());
          if (done.succeeded() && isNew(done.result())) {
            memory.lately.add(place, key.get(), event);
          }
        });
  }

  private static boolean isNew(PlaceAnswer answer) {
    return answer.first().isEmpty() && answer.refusals().isEmpty();
  }

  /** It was not stored: because it had been, or for another reason. The next owner looks itself. */
  void lost(Turn turn, Throwable failure) {
    Optional<RetryKey> key = turn.origin().retry().filter(RetryKey::isLasting);
    if (key.isEmpty() || failure instanceof NotOwner) {
      turn.answer().fail(failure);
      return;
    }
    log.sent(Set.of(place), key.get())
        .onComplete(
            found ->
                found.ifPresentOrElse(
                    sent -> turn.answer().complete(repeated(sent)),
                    () -> turn.answer().fail(failure)),
            away -> turn.answer().fail(failure));
  }

  /** What was taken back is said no more, to its author neither. */
  void tookBack(long seq) {
    memory.lately.remove(place, seq);
  }

  /** Gives back all that waits, in its order. */
  List<Turn> drain() {
    List<Turn> turns = new ArrayList<>();
    behind.forEach(waiting -> turns.add(waiting.turn));
    behind.clear();
    return turns;
  }

  boolean isIdle() {
    return behind.isEmpty();
  }
}
