package conclave.shard;

import conclave.bus.Doubtful;
import conclave.bus.NotOwner;
import conclave.bus.PlaceAnswer;
import conclave.bus.Unavailable;
import conclave.room.Decision;
import conclave.room.Event;
import conclave.room.Member;
import conclave.room.Origin;
import conclave.room.Place;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.RoomCommand;
import conclave.room.RoomState;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Orders one place: decides, stores, shows. Lives on its owner's loop.
 *
 * <p>Commands are decided at once, on the state that they will find when all before them is stored
 * ({@code ahead}). Nobody sees that state: questions are answered from what is stored ({@code
 * shown}). What is not kept (a stamp without a sequence) is shown in its turn among what is.
 */
final class RoomActor {
  private final String key;
  private final RoomLog log;
  private final Shard.Setting setting;
  private final Consumer<List<Event>> show;
  private final Repeats repeats;
  private Place shown;
  private Place ahead;
  private Optional<RoomState> stored;
  private boolean isNew;
  private long given;
  private boolean isStoring;
  private Future<Void> known = Future.succeededFuture();
  private final Gathering gathering;
  private boolean isLeaving;
  private List<Turn> late = new ArrayList<>();

  /**
   * The actor of a place.
   *
   * @param place as it is stored
   * @param isNew the store doesn't know it yet
   * @param memory what the shard remembers of before
   * @param show is given what was stored, in its order
   */
  RoomActor(
      Place place,
      boolean isNew,
      Shard.Setting setting,
      Repeats.Memory memory,
      Consumer<List<Event>> show) {
    this.key = place.key();
    this.shown = place;
    this.ahead = place.copy();
    this.stored = place.state();
    this.isNew = isNew;
    this.given = place.seq();
    this.setting = setting;
    this.log = setting.log();
    this.gathering = new Gathering(setting);
    this.show = show;
    this.repeats =
        new Repeats(
            place.id(),
            key,
            log,
            memory,
            new Forerunner(place.id(), () -> shown.seq(), log),
            this::decide);
  }

  /** Does what is asked; the answer comes when it is stored. */
  Future<PlaceAnswer> submit(RoomCommand command, Origin origin) {
    return take(new Turn(command, origin, false, Promise.promise()));
  }

  /** Does what is asked, unless an owner before has done it. */
  Future<PlaceAnswer> submitAgain(RoomCommand command, Origin origin) {
    return take(new Turn(command, origin, true, Promise.promise()));
  }

  private Future<PlaceAnswer> take(Turn turn) {
    if (isLeaving) {
      late.add(turn);
    } else {
      repeats.take(turn);
    }
    return turn.answer().future();
  }

  private void decide(Turn turn) {
    if (!known.isComplete()) {
      turn.answer()
          .fail(new Unavailable("what became of the last commit of " + key + " is not known"));
      return;
    }
    Decision decision = ahead.decide(turn.command(), turn.origin(), setting.clock().getAsLong());
    if (decision.events().isEmpty()) {
      settle(turn, decision.refusals());
      return;
    }
    gathering.add(Commit.Waiting.of(decision, ahead, turn));
    repeats.began(turn, decision.events().get(0));
    isLeaving = turn.command() instanceof RoomCommand.RenameRoom && !ahead.key().equals(key);
    if (isLeaving) {
      late.addAll(repeats.drain());
    }
    storeNext();
  }

  /** What it changes nothing of must have come true, and have been shown, when it is answered. */
  private void settle(Turn turn, List<Refusal> refusals) {
    Commit.Waiting waiting = new Commit.Waiting(List.of(), List.of(), refusals, turn);
    if (isStoring || !gathering.isEmpty()) {
      gathering.add(waiting);
      storeNext();
    } else {
      waiting.settle();
    }
  }

  /** What was said under this key; no event where nothing was. */
  Future<PlaceAnswer> recall(RetryKey key) {
    return repeats.recall(key);
  }

  /** What would be refused of this now. */
  List<Refusal> refusals(RoomCommand command, Origin origin) {
    return ahead.decide(command, origin, setting.clock().getAsLong()).refusals();
  }

  /** Has it decided to have another key? It decides nothing more, unless that fails. */
  boolean isLeaving() {
    return isLeaving;
  }

  /** Done when it is known how the last commit has ended, as it mostly is. */
  Future<Void> known() {
    return known;
  }

  /** What came since, in its order; once, when it has the other key. */
  List<Turn> late() {
    late.addAll(repeats.drain());
    return late;
  }

  long id() {
    return shown.id();
  }

  /** Is there nothing in the store under its key, nor on the way there? */
  boolean isUnwritten() {
    return isNew && !isStoring && gathering.isEmpty() && repeats.isIdle();
  }

  /** The place as everybody may know it: all of it is stored. */
  Place shown() {
    return shown;
  }

  /** Is there nothing to lose by forgetting it? */
  boolean isIdle() {
    boolean isBusy = isStoring || !gathering.isEmpty() || isLeaving || !repeats.isIdle();
    return !isBusy && shown.isIdle();
  }

  /** What is held back goes to the store; nothing is any more. */
  void hurry() {
    gathering.hurry();
    storeNext();
  }

  private void storeNext() {
    if (isStoring || gathering.isEmpty() || gathering.waits(this::storeNext)) {
      return;
    }
    // All that came since the last one began goes into the next one.
    isStoring = true;
    Commit commit = Commit.of(gathering.take(), ahead, given);
    Optional<RoomState> state = commit.state();
    Optional<RoomState> changed = isNew || !state.equals(stored) ? state : Optional.empty();
    Map<String, Optional<Member>> members = log.keepsMembers() ? commit.members(ahead) : Map.of();
    boolean isNothing =
        commit.kept().isEmpty() && changed.isEmpty() && members.isEmpty() && ahead.seq() <= given;
    if (isNothing || (ahead.seq() == shown.seq() && members.isEmpty())) {
      seen(commit);
      return;
    }
    log.append(
            new RoomLog.Append(
                key, ahead.id(), changed, commit.kept(), given, commit.last(), members))
        .onComplete(done -> stored(commit), lost -> failed(commit, lost));
  }

  private void stored(Commit commit) {
    isNew = false;
    stored = commit.state();
    given = commit.last();
    gathering.ended(commit.batch().size());
    seen(commit);
  }

  private void seen(Commit commit) {
    isStoring = false;
    see(commit.events());
    commit.batch().forEach(Commit.Waiting::settle);
    storeNext();
  }

  private void see(List<Event> events) {
    for (Event event : events) {
      shown.apply(event);
      if (event instanceof Event.TakenBack takenBack) {
        repeats.tookBack(takenBack.seq());
      }
    }
    show.accept(events);
  }

  /**
   * What waits was decided on a state that did not come true, so that it fails as well. Whether the
   * failed commit is in the log after all, only the log knows: a connection may break between the
   * commit and its acknowledgement. Until that can be asked, nothing more is decided.
   */
  private void failed(Commit commit, Throwable lost) {
    if (lost instanceof NotOwner) {
      isStoring = false;
      giveUp(commit.batch(), lost);
      setting.deposed().run();
      return;
    }
    truth()
        .onComplete(
            truth -> {
              if (commit.last() > given && truth.has(commit.kept(), commit.last())) {
                stored(commit);
              } else {
                isStoring = false;
                catchUp(truth);
                boolean isIn = truth.beginsWith(commit.kept());
                giveUp(isIn ? List.of() : commit.batch(), Doubtful.settled(lost));
                if (isIn) {
                  commit.batch().forEach(Commit.Waiting::settle);
                }
              }
            },
            away -> {
              isStoring = lost instanceof Doubtful;
              if (isStoring) {
                known = Truth.later(this::truth, setting.later()).onSuccess(this::found).mapEmpty();
              }
              giveUp(commit.batch(), lost);
            });
  }

  private Future<Truth> truth() {
    return Truth.of(log, shown, key);
  }

  private void found(Truth truth) {
    isStoring = false;
    catchUp(truth);
    ahead = shown.copy();
  }

  /** An earlier commit that was given up has come true: those here see it late. */
  private void catchUp(Truth truth) {
    truth.given().ifPresent(seq -> given = seq);
    if (!truth.events().isEmpty()) {
      isNew = false;
      see(truth.events());
      stored = shown.state();
    }
  }

  private void giveUp(List<Commit.Waiting> batch, Throwable lost) {
    List<Commit.Waiting> all = new ArrayList<>(batch);
    all.addAll(gathering.take());
    ahead = shown.copy();
    List<Turn> behind = late;
    late = new ArrayList<>();
    isLeaving = false;
    all.forEach(waiting -> repeats.lost(waiting.turn(), lost));
    behind.forEach(each -> each.answer().fail(lost));
  }
}
