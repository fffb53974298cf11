package conclave.gateway;

import conclave.command.Capability;
import conclave.command.UserEvent.AwayChanged;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Mode;
import conclave.room.Room;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells those who asked for it that somebody is away, or here again: who watches for it, and who is
 * in a room where they may know of each other. Of one listener, on its loop.
 */
final class AwayNews {
  private final Node node;
  private final LocalRooms rooms;

  AwayNews(Node node, LocalRooms rooms) {
    this.node = node;
    this.rooms = rooms;
  }

  void tell(AwayChanged event, Stream<Connection> watching) {
    Nick nick = event.by().nick();
    Set<Connection> told = new LinkedHashSet<>(rooms.connectionsOf(nick));
    EncodedUserEvent news = new EncodedUserEvent(event);
    Stream<Connection> open =
        event.rooms().stream()
            .filter(room -> !mayHide(room))
            .flatMap(room -> rooms.viewers(room).stream());
    show(news, Stream.concat(open, watching), told);
    // Only the owner of such a room knows the roles of somebody who may be on another node.
    List<Future<Optional<RoomView>>> looks =
        event.rooms().stream().filter(this::mayHide).map(node.rooms()::look).toList();
    Future.join(looks)
        .onComplete(
            done ->
                show(
                    news,
                    looks.stream()
                        .filter(Future::succeeded)
                        .flatMap(look -> look.result().stream())
                        .flatMap(view -> viewers(view, nick)),
                    told));
  }

  private boolean mayHide(RoomName room) {
    return rooms.receivers(room).stream().anyMatch(receiver -> receiver.self().mayHide());
  }

  /** Who may know that the user is in that room. */
  private Stream<Connection> viewers(RoomView room, Nick nick) {
    boolean isSeen = !room.modes().has(Mode.AUDITORIUM) || room.rank(nick).isPresent();
    return rooms.receivers(room.name()).stream()
        .filter(
            receiver ->
                isSeen
                    || receiver.self().rank().filter(r -> r.isAtLeast(Room.SEES_ALL)).isPresent())
        .map(Receiver::connection);
  }

  private static void show(EncodedUserEvent news, Stream<Connection> to, Set<Connection> told) {
    to.filter(viewer -> viewer.capabilities().has(Capability.AWAY_NOTIFY))
        .filter(told::add)
        .forEach(viewer -> viewer.output().show(news));
  }
}
