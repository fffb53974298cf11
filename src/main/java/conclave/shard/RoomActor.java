package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.room.Decision;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Place;
import conclave.room.Refusal;
import conclave.room.RoomCommand;
import conclave.room.RoomState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Orders one place: decides, stores, shows. Lives on its owner's loop.
 *
 * <p>Commands are decided at once, on the state that they will find when all before them is stored
 * ({@code ahead}). Nobody sees that state: questions are answered from what is stored ({@code
 * shown}). What is not kept (a stamp without a sequence) is shown in its turn among what is.
 */
final class RoomActor {
  /** {@code kept} are those of its events that the log will have. */
  private record Waiting(
      List<Event> events, List<Event> kept, List<Refusal> refusals, Promise<PlaceAnswer> answer) {}

  /** What came for a room that is about to have another name. */
  record Late(RoomCommand command, Origin origin, Promise<PlaceAnswer> answer) {}

  private final String key;
  private final RoomLog log;
  private final LongSupplier clock;
  private final Consumer<List<Event>> show;
  private Place shown;
  private Place ahead;
  private Optional<RoomState> stored;
  private boolean isNew;
  private boolean isStoring;
  private List<Waiting> next = new ArrayList<>();
  private boolean isLeaving;
  private List<Late> late = new ArrayList<>();

  /**
   * The actor of a place.
   *
   * @param place as it is stored
   * @param isNew the store doesn't know it yet
   * @param show is given what was stored, in its order
   */
  RoomActor(
      Place place, boolean isNew, RoomLog log, LongSupplier clock, Consumer<List<Event>> show) {
    this.key = place.key();
    this.shown = place;
    this.ahead = place.copy();
    this.stored = place.state();
    this.isNew = isNew;
    this.log = log;
    this.clock = clock;
    this.show = show;
  }

  /** Does what is asked; the answer comes when it is stored. */
  Future<PlaceAnswer> submit(RoomCommand command, Origin origin) {
    Promise<PlaceAnswer> answer = Promise.promise();
    if (isLeaving) {
      late.add(new Late(command, origin, answer));
      return answer.future();
    }
    Decision decision = ahead.decide(command, origin, clock.getAsLong());
    if (decision.events().isEmpty()) {
      return Future.succeededFuture(PlaceAnswer.settled(decision.refusals()));
    }
    List<Event> kept = new ArrayList<>();
    for (Event event : decision.events()) {
      if (event.stamp().isKept() && ahead.keeps(event)) {
        kept.add(event);
      }
      ahead.apply(event);
    }
    isLeaving = command instanceof RoomCommand.RenameRoom && !ahead.key().equals(key);
    next.add(new Waiting(decision.events(), kept, decision.refusals(), answer));
    storeNext();
    return answer.future();
  }

  /** What would be refused of this now. */
  List<Refusal> refusals(RoomCommand command, Origin origin) {
    return ahead.decide(command, origin, clock.getAsLong()).refusals();
  }

  /** Has it decided to have another key? It decides nothing more, unless that fails. */
  boolean isLeaving() {
    return isLeaving;
  }

  /** What came since, in its order; once, when it has the other key. */
  List<Late> late() {
    return late;
  }

  long id() {
    return shown.id();
  }

  /** Is there nothing in the store under its key, nor on the way there? */
  boolean isUnwritten() {
    return isNew && !isStoring && next.isEmpty();
  }

  /** The place as everybody may know it: all of it is stored. */
  Place shown() {
    return shown;
  }

  /** Is there nothing to lose by forgetting it? */
  boolean isIdle() {
    return !isStoring && next.isEmpty() && !isLeaving && shown.isIdle();
  }

  private void storeNext() {
    if (isStoring || next.isEmpty()) {
      return;
    }
    // All that came during the last commit goes into the next one.
    List<Waiting> batch = next;
    next = new ArrayList<>();
    isStoring = true;
    List<Event> events = batch.stream().flatMap(waiting -> waiting.events.stream()).toList();
    if (ahead.seq() == shown.seq()) {
      seen(batch, events);
      return;
    }
    List<Event> kept = batch.stream().flatMap(waiting -> waiting.kept.stream()).toList();
    Optional<RoomState> state = ahead.state();
    Optional<RoomState> changed = isNew || !state.equals(stored) ? state : Optional.empty();
    log.append(new RoomLog.Append(key, ahead.id(), changed, kept, shown.seq(), ahead.seq()))
        .onComplete(done -> stored(batch, events, state), lost -> failed(batch, lost));
  }

  private void stored(List<Waiting> batch, List<Event> events, Optional<RoomState> state) {
    isNew = false;
    stored = state;
    seen(batch, events);
  }

  private void seen(List<Waiting> batch, List<Event> events) {
    isStoring = false;
    events.forEach(shown::apply);
    show.accept(events);
    batch.forEach(waiting -> waiting.answer.complete(PlaceAnswer.settled(waiting.refusals)));
    storeNext();
  }

  /**
   * What waits was decided on a state that did not come true, so that it fails as well. Whether the
   * failed commit is in the log after all, only the log knows: a connection may break between the
   * commit and its acknowledgement.
   */
  private void failed(List<Waiting> batch, Throwable lost) {
    boolean wasRenamed = isLeaving && next.isEmpty();
    log.load(wasRenamed ? ahead.key() : key)
        .onComplete(
            found -> {
              boolean isThere = found.filter(this::isFurther).isPresent();
              if (isThere) {
                List<Event> events =
                    batch.stream().flatMap(waiting -> waiting.events.stream()).toList();
                stored(batch, events, found.get().state());
              } else {
                isStoring = false;
                giveUp(batch, lost);
              }
            },
            stillAway -> {
              isStoring = false;
              giveUp(batch, stillAway);
            });
  }

  /** Is that this place, with more in its log than was known of? */
  private boolean isFurther(RoomLog.Stored found) {
    return found.id() == shown.id() && found.seq() > shown.seq();
  }

  private void giveUp(List<Waiting> batch, Throwable lost) {
    List<Waiting> all = new ArrayList<>(batch);
    all.addAll(next);
    next = new ArrayList<>();
    ahead = shown.copy();
    List<Late> behind = late;
    late = new ArrayList<>();
    isLeaving = false;
    all.forEach(waiting -> waiting.answer.fail(lost));
    behind.forEach(each -> each.answer.fail(lost));
  }
}
