package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Conversation;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.Place;
import conclave.room.Room;
import conclave.room.RoomLimits;
import conclave.room.RoomState;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * What all shards share.
   *
   * @param limits those that hold when they are asked for
   * @param defaults is the room of this folded name there by configuration?
   */
  record Setting(
      RoomLog log, Supplier<RoomLimits> limits, Predicate<String> defaults, LongSupplier clock) {}

  private final Setting setting;
  private final Consumer<List<Event>> show;
  private final Map<String, RoomActor> actors = new HashMap<>();
  private final Map<String, Future<RoomActor>> loading = new HashMap<>();
  private int limit = MANY;

  Shard(Setting setting, Consumer<List<Event>> show) {
    this.setting = setting;
    this.show = show;
  }

  Future<PlaceAnswer> answer(PlaceRequest request) {
    if (request instanceof PlaceRequest.Do act) {
      RoomActor actor = actors.get(CaseFold.fold(act.place()));
      return actor != null
          ? actor.submit(act.command(), act.origin())
          : load(act.place()).compose(loaded -> loaded.submit(act.command(), act.origin()));
    }
    if (request instanceof PlaceRequest.Look look) {
      return load(look.place()).map(actor -> PlaceAnswer.of(view(actor)));
    }
    if (request instanceof PlaceRequest.ListInvitations asked) {
      return Future.succeededFuture(PlaceAnswer.of(invitations(asked.nick())));
    }
    return Future.succeededFuture(PlaceAnswer.of(summaries()));
  }

  private Future<RoomActor> load(String place) {
    String key = CaseFold.fold(place);
    RoomActor actor = actors.get(key);
    if (actor != null) {
      return Future.succeededFuture(actor);
    }
    Future<RoomActor> pending = loading.get(key);
    if (pending == null) {
      pending = setting.log.load(key).map(found -> loaded(place, found));
      loading.put(key, pending);
      pending.onComplete(done -> loading.remove(key));
    }
    return pending;
  }

  private RoomActor loaded(String name, Optional<RoomLog.Stored> found) {
    forgetIdle();
    long id = found.map(RoomLog.Stored::id).orElseGet(() -> RANDOM.nextLong(1, Long.MAX_VALUE));
    RoomActor actor =
        new RoomActor(place(name, id, found), found.isEmpty(), setting.log, setting.clock, show);
    actors.put(CaseFold.fold(name), actor);
    return actor;
  }

  private Place place(String name, long id, Optional<RoomLog.Stored> found) {
    long seq = found.map(RoomLog.Stored::seq).orElse(0L);
    if (!name.startsWith("#")) {
      return new Conversation(name, id, seq);
    }
    String key = CaseFold.fold(name);
    BooleanSupplier isDefault = () -> setting.defaults.test(key);
    RoomState state =
        found
            .flatMap(RoomLog.Stored::state)
            .orElseGet(() -> fresh(new RoomName(name), isDefault.getAsBoolean()));
    return new Room(id, state, seq, isDefault, setting.limits);
  }

  private RoomState fresh(RoomName name, boolean isDefault) {
    long now = setting.clock.getAsLong();
    return isDefault ? RoomState.open(name, now) : RoomState.fresh(name, now);
  }

  private void forgetIdle() {
    if (actors.size() >= limit) {
      actors.values().removeIf(RoomActor::isIdle);
      limit = Math.max(MANY, actors.size() * 2);
    }
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
