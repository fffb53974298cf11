package conclave.shard;

import conclave.bus.Addresses;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.handler.Rooms;
import conclave.handler.Spoken;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Refusal;
import conclave.room.RetryKey;
import conclave.room.RoomCommand;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Asks the owners of places, for the users of this node. */
public final class RoomRouter implements Rooms {
  private final Owners owners;
  private final Outlet outlet;

  /**
   * Asks these owners.
   *
   * @param outlet of this node
   */
  public RoomRouter(Owners owners, Outlet outlet) {
    this.owners = owners;
    this.outlet = outlet;
  }

  @Override
  public Future<List<Refusal>> submit(String place, RoomCommand command, Origin origin) {
    return act(place, command, origin).map(PlaceAnswer::refusals);
  }

  @Override
  public Future<Spoken> say(String place, RoomCommand command, Origin origin) {
    return act(place, command, origin).map(answer -> new Spoken(answer.refusals(), answer.first()));
  }

  @Override
  public Future<Optional<Event>> recall(String place, RetryKey key) {
    return owners.ask(place, new PlaceRequest.Recall(place, key)).map(PlaceAnswer::first);
  }

  private Future<PlaceAnswer> act(String place, RoomCommand command, Origin origin) {
    return owners.ask(place, new PlaceRequest.Do(place, command, origin));
  }

  @Override
  public Future<Optional<RoomView>> look(RoomName room) {
    return owners.ask(room.key(), new PlaceRequest.Look(room.text())).map(PlaceAnswer::view);
  }

  @Override
  public Future<Optional<RoomView>> follow(RoomName room) {
    return look(room).onSuccess(view -> view.ifPresent(outlet::follow));
  }

  @Override
  public Future<Optional<RoomView>> find(RoomName name, long log) {
    return owners.ask(name.key(), new PlaceRequest.Find(log, name.text())).map(PlaceAnswer::view);
  }

  @Override
  public Future<List<RoomSummary>> list() {
    return askAll(
        new PlaceRequest.ListAll(),
        Comparator.comparingInt(RoomSummary::members)
            .reversed()
            .thenComparing(room -> room.name().key()));
  }

  @Override
  public Future<List<RoomName>> invitations(Nick nick) {
    return askAll(
            new PlaceRequest.ListInvitations(nick),
            Comparator.comparing((RoomSummary room) -> room.name().key()))
        .map(rooms -> rooms.stream().map(RoomSummary::name).toList());
  }

  private Future<List<RoomSummary>> askAll(PlaceRequest request, Comparator<RoomSummary> order) {
    List<Future<PlaceAnswer>> answers =
        IntStream.range(0, Addresses.SHARDS).mapToObj(shard -> owners.ask(shard, request)).toList();
    return Future.all(answers)
        .map(
            all ->
                answers.stream()
                    .flatMap(answer -> answer.result().rooms().stream())
                    .sorted(order)
                    .toList());
  }
}
