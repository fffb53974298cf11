package conclave.gateway;

import conclave.bus.LogKey;
import conclave.command.User;
import conclave.config.Config;
import conclave.name.Nick;
import conclave.room.Origin;
import conclave.room.RoomCommand.Depart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a user's rooms that the user has left the server. Who has only lost the connection is given
 * some time to come back, and nobody is told if it does. One loop.
 */
final class Departure {
  private static final Logger LOG = LoggerFactory.getLogger(Departure.class);

  private final Node node;
  private final Vertx vertx;

  Departure(Node node, Vertx vertx) {
    this.node = node;
    this.vertx = vertx;
  }

  /**
   * Takes the connection from its user; where it was the last one, the nick is free when all rooms
   * have been told.
   */
  Future<Void> of(Connection connection, Nick nick, Parting parting) {
    Origin origin = connection.origin();
    Optional<Duration> grace = grace(parting);
    Optional<Presence> last =
        node.users()
            .release(
                nick,
                connection.connection(),
                user -> grace.isPresent() || (user.isResident() && !parting.isDismissal()));
    return last.map(left -> of(left, grace, parting.reason(), origin))
        .orElse(Future.succeededFuture());
  }

  /** Takes the connection, which is another user's now, from its user. */
  Future<Void> of(Connection connection, Nick nick, String reason, Origin origin) {
    return node.users()
        .release(nick, connection.connection(), Presence::isResident)
        .filter(left -> !left.isAbsent())
        .map(left -> tell(left, reason, origin))
        .orElse(Future.succeededFuture());
  }

  private Future<Void> of(Presence left, Optional<Duration> grace, String reason, Origin origin) {
    if (!left.isAbsent()) {
      return tell(left, reason, origin);
    }
    if (!left.isResident()) {
      grace.ifPresent(time -> linger(left, time, reason, origin));
    }
    return Future.succeededFuture();
  }

  private Optional<Duration> grace(Parting parting) {
    Config config = node.config();
    boolean isFull = node.users().counts().here() > config.limits().connections();
    return parting.isForgiven() && !isFull ? config.accounts().grace() : Optional.empty();
  }

  private void linger(Presence absent, Duration grace, String reason, Origin origin) {
    Nick nick = absent.user().source().nick();
    vertx.setTimer(
        grace.toMillis(),
        id ->
            node.users()
                .absentees()
                .leave(nick, one -> one.absence() == absent.absence() && !one.isResident())
                .ifPresent(left -> tell(left, reason, origin)));
  }

  /** Those of that kind who are here without a connection leave now. */
  Future<Void> ofAbsent(Predicate<Presence> which, String reason) {
    List<Future<Void>> told =
        node.users().absentees().all().stream()
            .flatMap(user -> node.users().absentees().leave(user.source().nick(), which).stream())
            .map(left -> tell(left, reason, origin(left.user())))
            .toList();
    return Future.join(told).mapEmpty();
  }

  /** One for all rooms, so that who shares several of them is told once. */
  private Origin origin(User user) {
    return new Origin(node.id() + "-" + user.source().nick().key(), System.nanoTime());
  }

  /** Who is on another node as well leaves nothing but this one. */
  private Future<Void> tell(Presence left, String reason, Origin origin) {
    Nick nick = left.user().source().nick();
    return node.users()
        .isLast(nick)
        .otherwise(true)
        .compose(
            isLast -> {
              if (isLast) {
                return tellRooms(left, reason, origin);
              }
              node.users().notHere(nick);
              return Future.succeededFuture();
            });
  }

  private Future<Void> tellRooms(Presence left, String reason, Origin origin) {
    User user = left.user();
    if (left.isResident()) {
      node.handlers().residency().putOut(user);
    }
    Depart depart = new Depart(user.source(), reason);
    return Future.join(
            user.rooms().stream()
                .map(room -> node.rooms().submit(room.key(), depart, origin))
                .toList())
        .onFailure(
            failure ->
                LOG.atWarn()
                    .addKeyValue(LogKey.CONNECTION, origin.connection())
                    .setCause(failure)
                    .log("not every room could be told that a user left"))
        .onComplete(done -> node.users().gone(user.source().nick()))
        .mapEmpty();
  }
}
