package conclave.gateway;

import conclave.command.User;
import conclave.name.Source;
import conclave.room.Origin;
import conclave.room.RoomCommand.Depart;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a user's rooms that the user has left the server. */
final class Departure {
  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

  private final Node node;

  Departure(Node node) {
    this.node = node;
  }

  /**
   * Takes the connection from its user; where it was the last one, the nick is free when all rooms
   * have been told.
   */
  Future<Void> of(Connection connection, Source source, String reason) {
    return node.users()
        .release(source.nick(), connection.connection())
        .map(user -> tell(user, source, reason, connection.origin()))
        .orElseGet(Future::succeededFuture);
  }

  private Future<Void> tell(User user, Source source, String reason, Origin origin) {
    return Future.join(
            user.rooms().stream()
                .map(room -> node.rooms().submit(room.key(), new Depart(source, reason), origin))
                .toList())
        .onFailure(failure -> LOG.warn("not every room could be told that a user left", failure))
        .onComplete(done -> node.users().gone(source.nick()))
        .mapEmpty();
  }
}
