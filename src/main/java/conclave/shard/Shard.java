package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Place;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.Room;
import conclave.room.RoomCommand;
import conclave.room.RoomLimits;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import conclave.room.WholeRoom;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One shard: the actors of its places, loaded when they are first asked for. Lives on its owner's
 * loop.
 */
final class Shard {
  /** Above so many places, those that nobody is in are forgotten until they are asked for again. */
  private static final int MANY = 64;

  /**
   * Where a shard is.
   *
   * @param log under which its owner appends
   * @param limits those that hold when they are asked for
   * @param defaults is the room of this folded name there by configuration?
   * @param later on the same loop
   * @param deposed is told when somebody else owns the shard
   */
  record Setting(
      RoomLog log,
      Supplier<RoomLimits> limits,
      Supplier<Modes> modes,
      Predicate<String> defaults,
      LongSupplier clock,
      Later later,
      Runnable deposed) {}

  /** Does something in so many milliseconds. */
  interface Later {
    void run(long millis, Runnable work);
  }

  /** How an actor is asked. */
  private interface Way {
    Future<PlaceAnswer> submit(RoomActor actor, RoomCommand command, Origin origin);
  }

  private final Setting setting;
  private final Consumer<List<Event>> show;
  private final Map<String, RoomActor> actors = new HashMap<>();
  private final Map<String, Future<RoomActor>> loading = new HashMap<>();
  private final Reservations reservations;
  private final Traces traces;
  private final Repeats.Memory memory;
  private final Moves moves;
  private int limit = MANY;

  /**
   * A shard without places.
   *
   * @param owners asks the owner of a name, which may be this shard's
   */
  Shard(Setting setting, Consumer<List<Event>> show, Moves.Names owners) {
    this.setting = setting;
    this.show = show;
    this.reservations = new Reservations(setting.clock);
    this.traces = new Traces(setting.clock);
    this.memory = new Repeats.Memory(new SaidLately(), traces);
    this.moves = new Moves(owners, traces, actors::remove);
  }

  /** Is that the log under which it was taken? */
  boolean has(RoomLog log) {
    return setting.log == log;
  }

  Future<PlaceAnswer> answer(PlaceRequest request) {
    if (request instanceof PlaceRequest.Present) {
      return done(PlaceAnswer.settled(List.of()));
    }
    if (request instanceof PlaceRequest.Do act) {
      return act(act, RoomActor::submit);
    }
    if (request instanceof PlaceRequest.Again again) {
      return act(again.first(), RoomActor::submitAgain);
    }
    if (request instanceof PlaceRequest.Recall recall) {
      return with(recall.place(), recall, actor -> actor.recall(recall.key()));
    }
    if (request instanceof PlaceRequest.Look look) {
      return with(look.place(), look, actor -> done(PlaceAnswer.of(view(actor))));
    }
    if (request instanceof PlaceRequest.Find find) {
      return with(
          find.place(),
          find,
          actor -> actor.id() == find.log() ? done(PlaceAnswer.of(view(actor))) : moves.find(find));
    }
    if (request instanceof PlaceRequest.ListInvitations asked) {
      return done(PlaceAnswer.of(invitations(asked.nick())));
    }
    return request instanceof PlaceRequest.ListAll
        ? done(PlaceAnswer.of(summaries()))
        : moved(request);
  }

  private Future<PlaceAnswer> act(PlaceRequest.Do act, Way way) {
    Future<PlaceAnswer> answer =
        with(
            act.place(),
            act,
            actor -> isForNobody(actor, act) ? goAfter(act, way) : submit(actor, act, way));
    boolean isMissed = act.command().isOfUser() && moves.hasTraces(CaseFold.fold(act.place()));
    return isMissed ? Future.join(answer, moves.tell(act)).compose(told -> answer) : answer;
  }

  /** Is it something that may be said again, to a name that no room has? */
  private static boolean isForNobody(RoomActor actor, PlaceRequest.Do act) {
    return act.origin().retry().filter(RetryKey::isLasting).isPresent()
        && actor.isUnwritten()
        && actor.isIdle();
  }

  /** To the room that had this name; else it is answered here, as far as it is known. */
  private Future<PlaceAnswer> goAfter(PlaceRequest.Do act, Way way) {
    return moves
        .goAfter(act)
        .compose(
            answer ->
                answer
                    .map(Shard::done)
                    .orElseGet(() -> with(act.place(), act, actor -> submit(actor, act, way))));
  }

  private Future<PlaceAnswer> submit(RoomActor actor, PlaceRequest.Do act, Way way) {
    return submit(actor, act.command(), act.origin(), way);
  }

  private Future<PlaceAnswer> submit(RoomActor actor, RoomCommand command, Origin origin, Way way) {
    return command instanceof RoomCommand.RenameRoom rename
        ? moves.rename(actor, rename, origin)
        : way.submit(actor, command, origin);
  }

  /** What rooms that change their names ask. */
  private Future<PlaceAnswer> moved(PlaceRequest request) {
    if (request instanceof PlaceRequest.Follow follow) {
      return follow(follow);
    }
    if (request instanceof PlaceRequest.Reserve reserve) {
      return reserve(reserve);
    }
    if (request instanceof PlaceRequest.Adopt adopt) {
      adopt(adopt.room());
    } else if (request instanceof PlaceRequest.Release release) {
      reservations.end(CaseFold.fold(release.place()), release.log(), this::answer);
    }
    return done(PlaceAnswer.settled(List.of()));
  }

  private Future<PlaceAnswer> follow(PlaceRequest.Follow follow) {
    RoomActor actor = actors.get(CaseFold.fold(follow.place()));
    Way way = follow.isAgain() ? RoomActor::submitAgain : RoomActor::submit;
    return actor != null && actor.id() == follow.log()
        ? submit(actor, follow.command(), follow.origin(), way)
        : moves.follow(follow);
  }

  private Future<PlaceAnswer> reserve(PlaceRequest.Reserve reserve) {
    String key = CaseFold.fold(reserve.place());
    if (setting.defaults.test(key) || reservations.has(key)) {
      return done(inUse(reserve));
    }
    return with(
        reserve.place(),
        reserve,
        actor -> {
          if (!actor.isUnwritten()) {
            return done(inUse(reserve));
          }
          actors.remove(key);
          reservations.add(key, reserve.log());
          return done(PlaceAnswer.settled(List.of()));
        });
  }

  private static PlaceAnswer inUse(PlaceRequest.Reserve reserve) {
    return PlaceAnswer.settled(List.of(Refusal.of(Reason.ROOM_NAME_IN_USE, reserve.place())));
  }

  private void adopt(WholeRoom whole) {
    String key = whole.state().name().key();
    forgetIdle();
    traces.remove(key, whole.id());
    Room room = new Room(whole, () -> setting.defaults.test(key), setting.limits);
    actors.put(key, actor(room, false));
  }

  private static Future<PlaceAnswer> done(PlaceAnswer answer) {
    return Future.succeededFuture(answer);
  }

  /** With the actor of a place, which is loaded first, or waited for where it moves in. */
  private Future<PlaceAnswer> with(
      String place, PlaceRequest request, Function<RoomActor, Future<PlaceAnswer>> work) {
    String key = CaseFold.fold(place);
    reservations.endOld(key, this::answer);
    if (reservations.has(key)) {
      return reservations.hold(key, request);
    }
    RoomActor actor = actors.get(key);
    // What is loaded may be reserved, or forgotten, before it is its turn: it is looked up anew.
    return actor != null
        ? work.apply(actor)
        : load(place).compose(loaded -> with(place, request, work));
  }

  private Future<RoomActor> load(String place) {
    String key = CaseFold.fold(place);
    Future<RoomActor> pending = loading.get(key);
    if (pending == null) {
      pending = setting.log.load(key).compose(found -> read(place, found));
      loading.put(key, pending);
      pending.onComplete(done -> loading.remove(key));
    }
    return pending;
  }

  private Future<RoomActor> read(String name, Optional<RoomLog.Stored> found) {
    return found.isEmpty()
        ? Future.succeededFuture(loaded(name, found, new RoomLog.Last(0, List.of())))
        : setting.log.last(found.get().id()).map(last -> loaded(name, found, last));
  }

  private RoomActor loaded(String name, Optional<RoomLog.Stored> found, RoomLog.Last last) {
    forgetIdle();
    RoomActor actor = actor(Stocked.place(name, found, last, setting), found.isEmpty());
    actors.put(CaseFold.fold(name), actor);
    return actor;
  }

  private RoomActor actor(Place place, boolean isNew) {
    return new RoomActor(place, isNew, setting, memory, show);
  }

  private void forgetIdle() {
    if (actors.size() >= limit) {
      actors.values().removeIf(RoomActor::isIdle);
      limit = Math.max(MANY, actors.size() * 2);
    }
  }

  /** What its places hold back goes to the store at once. */
  void hurry() {
    List.copyOf(actors.values()).forEach(RoomActor::hurry);
  }

  private static Optional<RoomView> view(RoomActor actor) {
    return actor.shown() instanceof Room room && (room.seq() > 0 || !room.isIdle())
        ? Optional.of(room.view())
        : Optional.empty();
  }

  private List<RoomSummary> summaries() {
    return actors.values().stream()
        .flatMap(actor -> view(actor).stream())
        .filter(view -> !view.members().isEmpty() && !view.modes().has(Mode.SECRET))
        .map(RoomView::summary)
        .toList();
  }

  private List<RoomSummary> invitations(Nick nick) {
    return actors.values().stream()
        .filter(actor -> actor.shown() instanceof Room room && room.isAsked(nick))
        .flatMap(actor -> view(actor).stream())
        .map(RoomView::summary)
        .toList();
  }
}
