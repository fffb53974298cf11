package conclave.shard;

import conclave.bus.Addresses;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.handler.Rooms;
import conclave.handler.Spoken;
import conclave.name.CaseFold;
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
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the owner of a place on the event bus. */
public final class RoomRouter implements Rooms {
  /**
   * Longer than an owner takes to say no, so that what is given up was not done: the store tells it
   * within its own time-outs.
   */
  private static final DeliveryOptions DEADLINE = new DeliveryOptions().setSendTimeout(60_000);

  private final EventBus bus;

  public RoomRouter(EventBus bus) {
    this.bus = bus;
  }

  /** The owners of names, as one of them asks another. */
  static Moves.Owners owners(EventBus bus) {
    RoomRouter router = new RoomRouter(bus);
    return (name, request) -> router.ask(Addresses.shardOf(CaseFold.fold(name)), request);
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
    return ask(Addresses.shardOf(CaseFold.fold(place)), new PlaceRequest.Recall(place, key))
        .map(PlaceAnswer::first);
  }

  private Future<PlaceAnswer> act(String place, RoomCommand command, Origin origin) {
    return ask(
        Addresses.shardOf(CaseFold.fold(place)), new PlaceRequest.Do(place, command, origin));
  }

  @Override
  public Future<Optional<RoomView>> look(RoomName room) {
    return ask(Addresses.shardOf(room.key()), new PlaceRequest.Look(room.text()))
        .map(PlaceAnswer::view);
  }

  @Override
  public Future<Optional<RoomView>> find(RoomName name, long log) {
    return ask(Addresses.shardOf(name.key()), new PlaceRequest.Find(log, name.text()))
        .map(PlaceAnswer::view);
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
        IntStream.range(0, Addresses.SHARDS)
            .mapToObj(shard -> ask(Addresses.shard(shard), request))
            .toList();
    return Future.all(answers)
        .map(
            all ->
                answers.stream()
                    .flatMap(answer -> answer.result().rooms().stream())
                    .sorted(order)
                    .toList());
  }

  private Future<PlaceAnswer> ask(String address, PlaceRequest request) {
    return bus.<PlaceAnswer>request(address, request, DEADLINE).map(Message::body);
  }
}
