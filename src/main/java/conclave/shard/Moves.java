package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.bus.PlaceRequest.Find;
import conclave.bus.PlaceRequest.Follow;
import conclave.name.CaseFold;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.Room;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.RenameRoom;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Gives a room of a shard another name, which may be another shard's:
 *
 * <ol>
 *   <li>the name is reserved at its owner, which keeps back what is asked of it meanwhile;
 *   <li>the room decides, and the change is stored: the old name is free, and who was in the room
 *       has been told;
 *   <li>the name's owner adopts the room as it is, and then gets what has come too late for the old
 *       name; what was asked of the new one meanwhile comes behind that.
 * </ol>
 *
 * <p>What fails before the second step is done leaves everything as it was.
 */
final class Moves {
  /** Asks the owner of a name. */
  interface Names {
    Future<PlaceAnswer> ask(String name, PlaceRequest request);

    /** The nodes that want to hear of the room with that key. */
    default Set<String> wanting(String key) {
      return Set.of();
    }
  }

  private final Names owners;
  private final Traces traces;
  private final Consumer<String> forget;

  /**
   * The moves out of one shard.
   *
   * @param forget is given the key of a room that is this shard's no longer
   */
  Moves(Names owners, Traces traces, Consumer<String> forget) {
    this.owners = owners;
    this.traces = traces;
    this.forget = forget;
  }

  Future<PlaceAnswer> rename(RoomActor actor, RenameRoom rename, Origin origin) {
    String name = name(actor);
    String to = rename.to().text();
    if (actor.isLeaving()) {
      return refused(Reason.CANNOT_RENAME_ROOM, name, to);
    }
    List<Refusal> no = actor.refusals(rename, origin);
    if (!no.isEmpty() || CaseFold.fold(name).equals(rename.to().key())) {
      return no.isEmpty()
          ? actor.submit(rename, origin)
          : Future.succeededFuture(PlaceAnswer.settled(no));
    }
    return owners
        .ask(to, new PlaceRequest.Reserve(actor.id(), to))
        .onFailure(away -> release(actor, to))
        .compose(
            reserved ->
                reserved.refusals().isEmpty()
                    ? move(actor, rename, origin)
                    : refused(Reason.ROOM_NAME_IN_USE, name, to));
  }

  private Future<PlaceAnswer> move(RoomActor actor, RenameRoom rename, Origin origin) {
    String name = name(actor);
    String to = rename.to().text();
    if (actor.isLeaving()) {
      release(actor, to);
      return refused(Reason.CANNOT_RENAME_ROOM, name, to);
    }
    return actor
        .submit(rename, origin)
        // Whether it was stored after all is known later: until then nobody else may have the name.
        .onComplete(answer -> actor.known().onComplete(known -> end(actor, name, to)));
  }

  private void end(RoomActor actor, String name, String to) {
    if (actor.shown().key().equals(CaseFold.fold(to))) {
      handOver(actor, name, to);
    } else {
      release(actor, to);
    }
  }

  private void release(RoomActor actor, String to) {
    owners.ask(to, new PlaceRequest.Release(actor.id(), to));
  }

  private void handOver(RoomActor actor, String name, String to) {
    forget.accept(CaseFold.fold(name));
    traces.add(CaseFold.fold(name), actor.id(), to);
    Set<String> nodes = owners.wanting(CaseFold.fold(name));
    owners.ask(to, new PlaceRequest.Adopt(((Room) actor.shown()).whole(), nodes));
    for (Turn late : actor.late()) {
      // Who wants to come in wants the old name.
      boolean isNewcomer = late.command() instanceof Enter;
      owners
          .ask(isNewcomer ? name : to, isNewcomer ? enter(name, late) : follow(actor, to, late))
          .onComplete(late.answer());
    }
    release(actor, to);
  }

  private static PlaceRequest enter(String name, Turn late) {
    PlaceRequest.Do enter = new PlaceRequest.Do(name, late.command(), late.origin());
    return late.isAgain() ? new PlaceRequest.Again(enter) : enter;
  }

  private static PlaceRequest follow(RoomActor actor, String to, Turn late) {
    return new Follow(actor.id(), to, late.command(), late.origin(), late.isAgain());
  }

  /** For a room that has left this shard: goes after it, as far as it is known where to. */
  Future<PlaceAnswer> follow(Follow request) {
    return traces
        .of(CaseFold.fold(request.place()), request.log())
        .map(to -> owners.ask(to, request.to(to)))
        .orElseGet(() -> refused(Reason.NO_SUCH_ROOM, request.place()));
  }

  /** For a room that has left this shard: as it is where it has gone, if that is known. */
  Future<PlaceAnswer> find(Find request) {
    return traces
        .of(CaseFold.fold(request.place()), request.log())
        .map(to -> owners.ask(to, new Find(request.log(), to)))
        .orElseGet(() -> Future.succeededFuture(PlaceAnswer.of(Optional.empty())));
  }

  /**
   * For what is said again to a name that no room has: tells it to the room that had it, where that
   * was one. Of several, nobody knows which was meant.
   *
   * @return nothing where there is no such room
   */
  Future<Optional<PlaceAnswer>> goAfter(PlaceRequest.Do request) {
    Map<Long, String> gone = traces.formerly(CaseFold.fold(request.place()));
    if (gone.size() != 1) {
      return Future.succeededFuture(Optional.empty());
    }
    Map.Entry<Long, String> room = gone.entrySet().iterator().next();
    String to = room.getValue();
    return owners
        .ask(to, new Follow(room.getKey(), to, request.command(), request.origin(), false))
        .map(Optional::of)
        .map(answer -> answer.filter(Moves::isOfTheRoom));
  }

  private static boolean isOfTheRoom(PlaceAnswer answer) {
    return answer.refusals().stream().noneMatch(no -> no.reason() == Reason.NO_SUCH_ROOM);
  }

  /** Is there still somebody on the way to a room that had this key? */
  boolean hasTraces(String key) {
    return traces.any(key);
  }

  /** Tells the rooms that had this key a moment ago what is of one user. */
  Future<?> tell(PlaceRequest.Do request) {
    return Future.join(
        traces.of(CaseFold.fold(request.place())).entrySet().stream()
            .map(
                trace ->
                    owners.ask(
                        trace.getValue(),
                        new Follow(
                            trace.getKey(),
                            trace.getValue(),
                            request.command(),
                            request.origin(),
                            false)))
            .toList());
  }

  private static String name(RoomActor actor) {
    return ((Room) actor.shown()).view().name().text();
  }

  private static Future<PlaceAnswer> refused(Reason reason, String... about) {
    return Future.succeededFuture(PlaceAnswer.settled(List.of(Refusal.of(reason, about))));
  }
}
