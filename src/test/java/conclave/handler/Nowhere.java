package conclave.handler;

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
import java.util.List;
import java.util.Optional;

/** There are no rooms. */
public class Nowhere implements Rooms {
  @Override
  public Future<List<Refusal>> submit(String place, RoomCommand command, Origin origin) {
    return none();
  }

  @Override
  public Future<Spoken> say(String place, RoomCommand command, Origin origin) {
    return Future.succeededFuture(new Spoken(List.of(), Optional.empty()));
  }

  @Override
  public Future<Optional<Event>> recall(String place, RetryKey key) {
    return nothing();
  }

  @Override
  public Future<Optional<RoomView>> look(RoomName room) {
    return nothing();
  }

  @Override
  public Future<Optional<RoomView>> follow(RoomName room) {
    return look(room);
  }

  @Override
  public Future<Optional<RoomView>> find(RoomName name, long log) {
    return nothing();
  }

  @Override
  public Future<List<RoomName>> invitations(Nick nick) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<RoomSummary>> list() {
    return none();
  }

  private static <T> Future<Optional<T>> nothing() {
    return Future.succeededFuture(Optional.empty());
  }

  private static <T> Future<List<T>> none() {
    return Future.succeededFuture(List.of());
  }
}
