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
  private record Waiting(List<Event> events, List<Refusal> refusals, Promise<PlaceAnswer> answer) {}

  private final RoomLog log;
  private final LongSupplier clock;
  private final Consumer<List<Event>> show;
  private Place shown;
  private Place ahead;
  private Optional<RoomState> stored;
  private boolean isNew;
  private boolean isStoring;
  private List<Waiting> next = new ArrayList<>();

  /**
   * The actor of a place.
   *
   * @param place as it is stored
   * @param isNew the store doesn't know it yet
   * @param show is given what was stored, in its order
   */
  RoomActor(
      Place place, boolean isNew, RoomLog log, LongSupplier clock, Consumer<List<Event>> show) {
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
    Decision decision = ahead.decide(command, origin, clock.getAsLong());
    if (decision.events().isEmpty()) {
      return Future.succeededFuture(PlaceAnswer.settled(decision.refusals()));
    }
    decision.events().forEach(ahead::apply);
    Promise<PlaceAnswer> answer = Promise.promise();
    next.add(new Waiting(decision.events(), decision.refusals(), answer));
    storeNext();
    return answer.future();
  }

  /** The place as everybody may know it: all of it is stored. */
  Place shown() {
    return shown;
  }

  /** Is there nothing to lose by forgetting it? */
  boolean isIdle() {
    return !isStoring && next.isEmpty() && shown.isIdle();
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
    List<Event> kept = events.stream().filter(event -> event.stamp().isKept()).toList();
    if (kept.isEmpty()) {
      seen(batch, events);
      return;
    }
    Optional<RoomState> state = ahead.state();
    Optional<RoomState> changed = isNew || !state.equals(stored) ? state : Optional.empty();
    log.append(new RoomLog.Append(ahead.key(), ahead.id(), changed, kept))
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
    log.load(shown.key())
        .onComplete(
            found -> {
              boolean isThere = found.filter(place -> place.seq() > shown.seq()).isPresent();
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

  private void giveUp(List<Waiting> batch, Throwable lost) {
    List<Waiting> all = new ArrayList<>(batch);
    all.addAll(next);
    next = new ArrayList<>();
    ahead = shown.copy();
    all.forEach(waiting -> waiting.answer.fail(lost));
  }
}
