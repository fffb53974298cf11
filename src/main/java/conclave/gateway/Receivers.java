package conclave.gateway;

import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.Parted;
import conclave.room.Origin;
import conclave.room.Stamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who gets what happens in which room, of one listener. One loop. */
final class Receivers {
  private final Map<String, List<Receiver>> rooms = new HashMap<>();
  private final Audience audience;

  Receivers(Audience audience) {
    this.audience = audience;
  }

  /** The connection gets what happens in the room from now on; it holds back at first. */
  Receiver add(Connection connection, RoomName room, long shown) {
    connection.ownRooms().entered(room);
    Standing self = new Standing(room, connection.source().nick());
    Receiver receiver = new Receiver(connection, audience, self, shown);
    connection.past().progress().entered(receiver);
    rooms.computeIfAbsent(room.key(), key -> new ArrayList<>()).add(receiver);
    return receiver;
  }

  /** The connection's user has left the room by this, which the connection may see later. */
  void leave(Connection connection, RoomName room, EncodedEvent leaving) {
    List<Receiver> its =
        of(room).stream().filter(receiver -> receiver.connection() == connection).toList();
    remove(connection, room);
    its.forEach(receiver -> connection.output().catchUp().leftBehind().leave(receiver, leaving));
  }

  /** Whoever goes while an event is shown leaves the others their places: they are shown it too. */
  void remove(Connection connection, RoomName room) {
    rooms.computeIfPresent(
        room.key(),
        (key, receivers) -> {
          List<Receiver> others = new ArrayList<>(receivers);
          others.removeIf(receiver -> isOf(receiver, connection));
          return others.isEmpty() ? null : others;
        });
    connection.ownRooms().left(room);
  }

  /**
   * The connection is taken out of a room, and sees that it is, when it has seen all that was
   * before. What it was shown there is known, if it comes in again.
   */
  void part(Connection connection, RoomName room, Origin cause, String reason) {
    Stamp stamp = new Stamp(0, 0, System.currentTimeMillis(), cause);
    Event parted = new Parted(stamp, room, connection.source(), Optional.of(reason));
    EncodedEvent leaving = new EncodedEvent(parted);
    Optional<Receiver> its =
        of(room).stream().filter(receiver -> receiver.connection() == connection).findFirst();
    long seq = its.map(receiver -> receiver.shown().seq()).orElse(0L);
    its.filter(Receiver::isLive).ifPresent(receiver -> receiver.show(leaving));
    leave(connection, room, leaving);
    connection.ownRooms().left(room, seq);
  }

  private static boolean isOf(Receiver receiver, Connection connection) {
    boolean isIts = receiver.connection() == connection;
    if (isIts) {
      connection.past().progress().left(receiver);
    }
    return isIts;
  }

  /** A room has another name; who gets what happens there. */
  List<Receiver> rename(RoomName from, RoomName to) {
    List<Receiver> all = rooms.remove(from.key());
    if (all == null) {
      return List.of();
    }
    // Who has come in under the new name meanwhile stays.
    rooms.merge(
        to.key(),
        all,
        (there, more) -> {
          there.addAll(more);
          return there;
        });
    for (Receiver receiver : all) {
      receiver.self().follow(to);
      receiver.connection().ownRooms().renamed(from, to);
    }
    return List.copyOf(all);
  }

  /** Shared, not to be changed. */
  List<Receiver> of(RoomName room) {
    return rooms.getOrDefault(room.key(), List.of());
  }

  /**
   * Shows an event of a room to whom it is for there.
   *
   * @return how many those are
   */
  int show(EncodedEvent now, Event.InRoom event) {
    Predicate<Connection> isFor = event.accept(audience);
    List<Receiver> receivers = of(event.room());
    boolean isForAll = event.audience().isEmpty();
    int shown = 0;
    for (int i = 0; i < receivers.size(); i++) {
      Receiver receiver = receivers.get(i);
      boolean mayShow = isForAll || receiver.mayShow(event);
      if (mayShow && receiver.misses(now)) {
        continue;
      }
      if (mayShow && isFor.test(receiver.connection())) {
        receiver.show(now);
        shown++;
      } else {
        receiver.pass(now);
      }
    }
    return shown;
  }
}
