package conclave.gateway;

import conclave.bus.Delivery;
import conclave.handler.Caller;
import conclave.handler.Users;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import conclave.room.Origin;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who is here, in which rooms, and gets what happens there. Of one listener, on its loop. */
final class LocalRooms implements Event.Visitor<Integer> {
  private final Node node;
  private final Arrival arrival;
  private final Departure departure;
  private final NewsOnJoin news;
  private final Roster users = new Roster();
  private final SeenOnce seen = new SeenOnce();
  private final Audience audience = new Audience(seen);
  private final Receivers rooms = new Receivers(audience);
  private final Attaching attaching;
  private final Renaming renaming;
  private final Telling telling;
  private EncodedEvent now;

  @SuppressWarnings("NullAway.Init") // now is set before each visit
  LocalRooms(Node node, Vertx vertx) {
    this.node = node;
    this.arrival = new Arrival(node, seen);
    this.attaching = new Attaching(vertx, node, rooms, arrival);
    this.departure = new Departure(node, vertx);
    this.news = new NewsOnJoin(node);
    this.telling = new Telling(users);
    this.renaming = new Renaming(node, rooms, arrival);
  }

  // ── connections come and go

  void admitted(Connection connection, Users.Claim claim) {
    Nick nick = connection.source().nick();
    users.add(nick, connection);
    connection.past().begin();
    Stream<RoomName> its =
        Stream.of(claim)
            .filter(claimed -> claimed == Users.Claim.ATTACHED)
            .flatMap(claimed -> node.users().roomsOf(nick).stream())
            .filter(room -> !connection.ownRooms().has(room));
    List<Future<Void>> shown = its.map(room -> attaching.came(connection, room)).toList();
    connection.past().resume(Future.join(shown));
  }

  /** It has asked to come in, and its user was in all along: false where that one is not. */
  Future<Boolean> attach(Connection connection, RoomName room, Caller to) {
    return attaching.asked(connection, room, to);
  }

  /** Its handler tells the connection itself. */
  void renamed(Connection connection, Source from, Origin cause) {
    Source to = connection.source();
    users.remove(from.nick(), connection);
    users.add(to.nick(), connection);
    seen.told(cause, connection);
    if (from.account().isEmpty() && to.account().isPresent()) {
      connection.past().begin();
      connection.past().resume(Future.succeededFuture());
    }
  }

  /**
   * The connection is over: nothing more is for it, and where it was its user's last, the rooms are
   * told, unless the user stays.
   */
  Future<Void> leave(Connection connection, Source source, Parting parting) {
    users.remove(source.nick(), connection);
    connection.past().leave();
    connection.rooms().forEach(room -> rooms.remove(connection, room));
    return departure.of(connection, source.nick(), parting);
  }

  /** The connection is about to be another user's; it is out of the rooms where it is now. */
  Future<Void> yields(Connection connection, Source to, Origin cause) {
    Source from = connection.source();
    users.remove(from.nick(), connection);
    String reason = "Logged in as " + to.nick().text();
    connection.rooms().forEach(room -> rooms.part(connection, room, cause, reason));
    seen.told(cause, connection);
    return departure.of(connection, from.nick(), reason, cause);
  }

  List<Connection> connectionsOf(Nick nick) {
    return users.of(nick);
  }

  /** Those who are here without a connection, and of that kind, leave now. */
  Future<Void> dismiss(Predicate<Presence> which, String reason) {
    return departure.ofAbsent(which, reason);
  }

  /** The nicks of all who are connected here. */
  List<Nick> everyone() {
    return users.nicks();
  }

  /** Who sees this room here. */
  List<Connection> viewers(RoomName room) {
    return receivers(room).stream().map(Receiver::connection).toList();
  }

  /** The same, and what each is there. */
  List<Receiver> receivers(RoomName room) {
    return rooms.of(room);
  }

  Audience audience() {
    return audience;
  }

  // ── events come down

  /** Shows what happened to whom it concerns here. */
  void deliver(Delivery delivery) {
    long shown = 0;
    for (Event event : delivery.events()) {
      now = new EncodedEvent(event);
      shown += event.accept(this);
    }
    node.figures().deliveries.add(shown);
  }

  @Override
  public Integer joined(Joined event) {
    int shown = showInRoom(event);
    for (Connection connection : List.copyOf(connectionsOf(event.by().nick()))) {
      if (!connection.ownRooms().has(event.room())) {
        enter(connection, event);
        shown++;
      }
    }
    if (!connectionsOf(event.by().nick()).isEmpty()) {
      attaching.noteIn(event.by().nick(), event.room());
    }
    news.joined(event, viewers(event.room()));
    return shown;
  }

  private void enter(Connection connection, Joined event) {
    Receiver receiver = rooms.add(connection, event.room(), event.stamp().seq());
    receiver.self().is(event.roles(), event.stamp().place());
    arrival.comes(receiver, event, now);
  }

  @Override
  public Integer parted(Parted event) {
    return gone(event, event.by().nick());
  }

  @Override
  public Integer kicked(Kicked event) {
    return gone(event, event.target());
  }

  private int gone(Event.InRoom event, Nick nick) {
    int shown = showInRoom(event);
    List<Connection> its = List.copyOf(connectionsOf(nick));
    for (Connection connection : its) {
      rooms.leave(connection, event.room(), now);
      connection.ownRooms().left(event.room(), event.stamp().seq());
    }
    // Only who has taken the room from the user knows that it is not noted once more.
    if (!its.isEmpty() || node.users().absentees().has(nick)) {
      attaching.noteOut(nick, event.room());
    }
    return shown;
  }

  @Override
  public Integer departed(Departed event) {
    return showInRoom(event);
  }

  @Override
  public Integer renamed(Renamed event) {
    return showMoved(event, event.to());
  }

  @Override
  public Integer identified(Identified event) {
    return showMoved(event, event.to().nick());
  }

  @Override
  public Integer described(Described event) {
    return showInRoom(event);
  }

  private int showMoved(Event.InRoom event, Nick to) {
    int shown = showInRoom(event);
    rooms.of(event.room()).forEach(receiver -> receiver.self().follow(event.by().nick(), to));
    return shown;
  }

  @Override
  public Integer said(Said event) {
    Optional<Connection> sender = sender(event);
    int shown = showInRoom(event);
    // Who speaks into a room from outside is not among its receivers, and sees the echo all the
    // same.
    Optional<Connection> outside =
        sender.filter(s -> !s.ownRooms().has(event.room()) && s.output().wantsEcho());
    outside.ifPresent(s -> s.output().show(now));
    sender.ifPresent(s -> heard(s, event));
    return shown + (outside.isPresent() ? 1 : 0);
  }

  private void heard(Connection sender, Said event) {
    sender.output().origins().echoed(event.stamp().origin());
    if (event.stamp().isKept()) {
      node.figures().busy.said(event.room());
    }
  }

  @Override
  public Integer told(Told event) {
    Optional<Connection> sender = sender(event);
    int shown = telling.show(event, now, sender);
    sender.ifPresent(s -> s.output().origins().echoed(event.stamp().origin()));
    return shown;
  }

  /**
   * The connection that a message came from, if it is one of this listener's; counts the message
   * there.
   */
  private Optional<Connection> sender(Event event) {
    for (Connection connection : connectionsOf(event.by().nick())) {
      if (connection.connection().equals(event.stamp().origin().connection())) {
        node.figures().messages.add(event.stamp().isKept() ? 1 : 0);
        node.users().spoke(event.by().nick());
        return Optional.of(connection);
      }
    }
    return Optional.empty();
  }

  @Override
  public Integer invited(Invited event) {
    List<Connection> guests = connectionsOf(event.target());
    guests.forEach(guest -> guest.output().show(now));
    return guests.size() + showInRoom(event);
  }

  @Override
  public Integer takenBack(TakenBack event) {
    return showInRoom(event);
  }

  @Override
  public Integer topicChanged(TopicChanged event) {
    return showInRoom(event);
  }

  @Override
  public Integer modesChanged(ModesChanged event) {
    rooms.of(event.room()).forEach(receiver -> receiver.self().follow(event));
    return showInRoom(event);
  }

  @Override
  public Integer roomRenamed(RoomRenamed event) {
    return renaming.show(event, now);
  }

  private int showInRoom(Event.InRoom event) {
    return rooms.show(now, event);
  }
}
