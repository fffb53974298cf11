package conclave.gateway;

import conclave.handler.Caller;
import conclave.name.Nick;
import conclave.name.RoomName;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

/**
 * Lets connections into the rooms in which their user is already: no event says so. Of one
 * listener, on its loop.
 */
final class Attaching {
  private static final long AGAIN_MILLIS = 1_000;

  private final Vertx vertx;
  private final Node node;
  private final Receivers rooms;
  private final Arrival arrival;

  Attaching(Vertx vertx, Node node, Receivers rooms, Arrival arrival) {
    this.vertx = vertx;
    this.node = node;
    this.rooms = rooms;
    this.arrival = arrival;
  }

  /**
   * The connection is new, and one more of a user who is in that room. Where the owner can't be
   * asked, the connection is shown the room when it can.
   */
  Future<Void> came(Connection connection, RoomName room) {
    Receiver receiver = rooms.add(connection, room, 0);
    return arrival
        .attached(receiver, room)
        .onSuccess(
            isIn -> {
              if (isIn) {
                node.users().entered(connection.source().nick(), receiver.self().room());
              } else {
                giveUp(receiver);
                noteOut(connection.source().nick(), receiver.self().room());
              }
            })
        .onFailure(
            away -> {
              giveUp(receiver);
              vertx.setTimer(AGAIN_MILLIS, id -> comeAgain(connection, room));
            })
        .mapEmpty();
  }

  private void comeAgain(Connection connection, RoomName room) {
    if (!isShown(connection, room) && isIn(connection.source().nick(), room)) {
      came(connection, room);
    }
  }

  private boolean isIn(Nick nick, RoomName room) {
    return node.users().find(nick).stream()
        .flatMap(user -> user.rooms().stream())
        .anyMatch(in -> in.key().equals(room.key()));
  }

  /**
   * The connection has asked to come in, and its user was in all along: a node died with what it
   * was about to tell, or this one has not heard it.
   *
   * @return false where the user is not in
   */
  Future<Boolean> asked(Connection connection, RoomName room, Caller to) {
    // What it was in before, it has seen to the end then.
    return connection
        .output()
        .catchUp()
        .leftBehind()
        .allSeen()
        .compose(
            seen ->
                isShown(connection, room)
                    ? Future.succeededFuture(true)
                    : show(connection, room, to));
  }

  private static boolean isShown(Connection connection, RoomName room) {
    return connection.phase() != Caller.Phase.READY || connection.ownRooms().has(room);
  }

  private Future<Boolean> show(Connection connection, RoomName room, Caller to) {
    Receiver receiver = rooms.add(connection, room, 0);
    return node.rooms()
        .follow(room)
        .onFailure(away -> giveUp(receiver))
        .map(view -> view.filter(v -> v.member(connection.source().nick()).isPresent()))
        .compose(
            view -> {
              if (view.isEmpty()) {
                giveUp(receiver);
                return Future.succeededFuture(false);
              }
              if (has(receiver)) {
                receiver.self().follow(view.get().name());
                connection.ownRooms().entered(view.get().name());
                noteIn(connection.source().nick(), view.get().name());
              }
              return arrival.asked(receiver, view.get(), to).map(true);
            });
  }

  private boolean has(Receiver receiver) {
    return rooms.of(receiver.self().room()).contains(receiver);
  }

  /** The user was put out meanwhile: what came since it is not shown. */
  private void giveUp(Receiver receiver) {
    Connection connection = receiver.connection();
    if (has(receiver)) {
      rooms.remove(connection, receiver.self().room());
    }
    connection.output().catchUp().leftBehind().over(receiver);
  }

  /** A user of this node is in that room. */
  void noteIn(Nick nick, RoomName room) {
    node.users().entered(nick, room);
    node.handlers().residency().noted(nick);
  }

  /** The user is in that room no longer. */
  void noteOut(Nick nick, RoomName room) {
    node.users().left(nick, room);
    node.handlers().residency().noted(nick);
  }
}
