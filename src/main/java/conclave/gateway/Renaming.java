package conclave.gateway;

import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Event.Joined;
import conclave.room.Event.Parted;
import conclave.room.Event.RoomRenamed;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A room has another name: those in it follow. Who can't be told so leaves the old name, and comes
 * into the new one (IRCv3 channel-rename §Fallback).
 */
final class Renaming {
  private final Node node;
  private final Receivers rooms;
  private final Arrival arrival;

  Renaming(Node node, Receivers rooms, Arrival arrival) {
    this.node = node;
    this.rooms = rooms;
    this.arrival = arrival;
  }

  /** How many have been shown it. */
  int show(RoomRenamed event, EncodedEvent now) {
    List<Receiver> all = rooms.rename(event.room(), event.to());
    Predicate<Receiver> isStranger =
        one -> !event.isSameKey() && !one.connection().output().canRead(now);
    // One question for all of them: they may be many.
    Future<Optional<RoomView>> look =
        all.stream().anyMatch(isStranger)
            ? node.rooms().look(event.to())
            : Future.succeededFuture(Optional.empty());
    node.users().absentees().all().stream()
        .map(user -> user.source().nick())
        .forEach(nick -> node.users().moved(nick, event.room(), event.to()));
    for (Receiver receiver : all) {
      Connection connection = receiver.connection();
      node.users().moved(connection.source().nick(), event.room(), event.to());
      if (receiver.isAwaited()) {
        continue; // it is shown under its new name that its user came in
      }
      if (isStranger.test(receiver)) {
        fallBack(receiver, event, look);
      } else {
        receiver.show(now);
        receiver.whenLive(() -> arrival.described(connection, event.to()));
      }
    }
    return all.size();
  }

  private void fallBack(Receiver receiver, RoomRenamed event, Future<Optional<RoomView>> look) {
    Connection connection = receiver.connection();
    receiver.show(new EncodedEvent(leaving(event, connection.source())));
    receiver.show(new EncodedEvent(coming(event, connection)));
    boolean isLater = receiver.whenLive(() -> arrival.described(connection, event.to()));
    if (!isLater) {
      arrival.cameOver(connection, event, look);
    }
  }

  private static Event leaving(RoomRenamed event, Source self) {
    Optional<String> reason = Optional.of(event.reason()).filter(text -> !text.isEmpty());
    return new Parted(event.stamp(), event.room(), self, reason);
  }

  /** Not an entry of the log of its own. */
  private static Event coming(RoomRenamed event, Connection connection) {
    Source self = connection.source();
    RoomName room = event.to();
    String realname = connection.registration().realname(self.nick());
    return new Joined(event.stamp().unkept(), room, self, realname, Set.of());
  }
}
