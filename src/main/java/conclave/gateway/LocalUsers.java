package conclave.gateway;

import conclave.command.Capability;
import conclave.command.Reply;
import conclave.command.ServerBan;
import conclave.command.UserAnswer;
import conclave.command.UserEvent;
import conclave.command.UserEvent.Annotated;
import conclave.command.UserEvent.Announced;
import conclave.command.UserEvent.AwayChanged;
import conclave.command.UserEvent.Banned;
import conclave.command.UserEvent.CameIn;
import conclave.command.UserEvent.HasRead;
import conclave.command.UserEvent.Identified;
import conclave.command.UserEvent.Killed;
import conclave.command.UserEvent.ModesChanged;
import conclave.command.UserEvent.NickChanged;
import conclave.command.UserEvent.Wallops;
import conclave.command.UserEvent.WentOut;
import conclave.command.UserMode;
import conclave.handler.Metadata;
import conclave.handler.ServerBans;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows what happens to users to whom it concerns here. Of one listener, on its loop. */
final class LocalUsers implements UserEvent.Visitor<Void> {
  private final Node node;
  private final LocalRooms rooms;
  private final Watchers watchers;
  private final AwayNews away;

  LocalUsers(Node node, LocalRooms rooms) {
    this.node = node;
    this.rooms = rooms;
    this.watchers = new Watchers(() -> node.config().limits().monitor());
    this.away = new AwayNews(node, rooms);
  }

  Watchers watchers() {
    return watchers;
  }

  @Override
  public Void cameIn(CameIn event) {
    return watched(true, event.by().nick(), event.by().mask());
  }

  @Override
  public Void wentOut(WentOut event) {
    return watched(false, event.by().nick(), event.by().nick().text());
  }

  @Override
  public Void nickChanged(NickChanged event) {
    Source to = event.by().withNick(event.to());
    if (!event.by().nick().key().equals(event.to().key())) {
      watched(false, event.by().nick(), event.by().nick().text());
      watched(true, event.to(), to.mask());
    }
    return null;
  }

  private Void watched(boolean isHere, Nick nick, String shown) {
    Reply reply = new Reply.OfUsers(new UserAnswer.Watched(isHere, List.of(shown)));
    for (Connection watcher : List.copyOf(watchers.of(nick))) {
      watcher.reply(reply);
      Optional.of(nick)
          .filter(one -> isHere)
          .flatMap(node.users()::find)
          .flatMap(user -> Metadata.newsOf(user, watcher.registration()))
          .ifPresent(watcher::reply);
    }
    return null;
  }

  @Override
  public Void identified(Identified event) {
    Set<Connection> viewers = extended(event.by().nick()).collect(Collectors.toSet());
    event.rooms().forEach(room -> rooms.viewers(room).forEach(viewers::remove));
    rooms.connectionsOf(event.by().nick()).forEach(viewers::remove);
    EncodedUserEvent encoded = new EncodedUserEvent(event);
    viewers.forEach(viewer -> viewer.output().show(encoded));
    return null;
  }

  /** Who is told of this user as if they shared a room (IRCv3 extended-monitor). */
  private Stream<Connection> extended(Nick nick) {
    return watchers.of(nick).stream()
        .filter(watcher -> watcher.capabilities().has(Capability.EXTENDED_MONITOR));
  }

  @Override
  public Void awayChanged(AwayChanged event) {
    away.tell(event, extended(event.by().nick()));
    return null;
  }

  @Override
  public Void modesChanged(ModesChanged event) {
    Nick nick = event.by().nick();
    Reply reply = new Reply.OfUsers(new UserAnswer.ModesChanged(nick, event.letters()));
    boolean isBot = node.users().find(nick).filter(user -> user.source().isBot()).isPresent();
    for (Connection connection : List.copyOf(rooms.connectionsOf(nick))) {
      connection.changed(isBot);
      connection.reply(reply);
    }
    return null;
  }

  @Override
  public Void annotated(Annotated event) {
    Stream<Connection> sharing =
        event.rooms().stream().flatMap(room -> rooms.viewers(room).stream());
    Stream<Connection> near =
        event.target().startsWith("#") ? Stream.empty() : near(event.by().nick());
    EncodedUserEvent encoded = new EncodedUserEvent(event);
    Stream.concat(sharing, near)
        .filter(viewer -> viewer.registration().subscriptions().has(event.key()))
        .filter(viewer -> !viewer.connection().equals(event.connection()))
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .forEach(viewer -> viewer.output().show(encoded));
    return null;
  }

  private Stream<Connection> near(Nick nick) {
    return Stream.concat(watchers.of(nick).stream(), rooms.connectionsOf(nick).stream());
  }

  @Override
  public Void hasRead(HasRead event) {
    for (Connection connection : List.copyOf(rooms.connectionsOf(event.by().nick()))) {
      boolean isOther = !connection.connection().equals(event.connection());
      if (isOther && connection.capabilities().has(Capability.READ_MARKER)) {
        connection.reply(event.what());
      }
    }
    return null;
  }

  @Override
  public Void wallops(Wallops event) {
    EncodedUserEvent encoded = new EncodedUserEvent(event);
    rooms.everyone().stream()
        .filter(
            nick -> node.users().find(nick).filter(user -> user.has(UserMode.WALLOPS)).isPresent())
        .flatMap(nick -> rooms.connectionsOf(nick).stream())
        .forEach(connection -> connection.output().show(encoded));
    return null;
  }

  @Override
  public Void announced(Announced event) {
    EncodedUserEvent encoded = new EncodedUserEvent(event);
    rooms.everyone().stream()
        .flatMap(nick -> rooms.connectionsOf(nick).stream())
        .forEach(connection -> connection.output().show(encoded));
    return null;
  }

  @Override
  public Void killed(Killed event) {
    String why = "Killed (" + event.by().nick() + " (" + event.reason() + "))";
    EncodedUserEvent encoded = new EncodedUserEvent(event);
    for (Connection connection : List.copyOf(rooms.connectionsOf(event.target()))) {
      connection.output().show(encoded);
      connection.close(why);
    }
    rooms.dismiss(absent -> absent.is(event.target()), why);
    return null;
  }

  @Override
  public Void banned(Banned event) {
    ServerBan ban = event.ban();
    node.handlers().bans().learn(ban);
    for (Nick nick : rooms.everyone()) {
      for (Connection connection : List.copyOf(rooms.connectionsOf(nick))) {
        boolean isCovered =
            ban.covers(connection.source()) || ban.covers(connection.peer().address());
        if (isCovered && !connection.registration().isServerOperator()) {
          turnAway(connection, ban);
        }
      }
    }
    rooms.dismiss(
        absent -> ban.covers(absent.user().source()) && !absent.user().isServerOperator(),
        "Banned (" + ban.reason() + ")");
    return null;
  }

  /** Sends away who may not come here. Administrators may: else one could ban the last of them. */
  boolean turnsAway(Connection connection) {
    if (lacksPassword(connection)) {
      connection.reply(new Reply.Refused(Refusal.of(Reason.WRONG_PASSWORD)));
      connection.close("This server has a password: PASS, or an account, please");
      return true;
    }
    return putsOut(connection);
  }

  /** Sends away whom a ban covers as it is seen now. */
  boolean putsOut(Connection connection) {
    ServerBans bans = node.handlers().bans();
    Optional<ServerBan> ban =
        bans.of(connection.source()).or(() -> bans.of(connection.peer().address()));
    boolean isTurnedAway = ban.isPresent() && !connection.registration().isServerOperator();
    if (isTurnedAway) {
      turnAway(connection, ban.get());
    }
    return isTurnedAway;
  }

  private boolean lacksPassword(Connection connection) {
    return node.config().server().password().isPresent()
        && connection.source().account().isEmpty()
        && !connection.registration().knowsServerPassword();
  }

  private static void turnAway(Connection connection, ServerBan ban) {
    connection.reply(new Reply.Refused(Refusal.of(Reason.BANNED_FROM_SERVER)));
    connection.close("Banned (" + ban.reason() + ")");
  }
}
