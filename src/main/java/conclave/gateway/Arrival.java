package conclave.gateway;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.ReadUpTo;
import conclave.command.Reply;
import conclave.handler.Bookmarks.Reached;
import conclave.handler.Caller;
import conclave.handler.Metadata;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.Joined;
import conclave.room.Event.RoomRenamed;
import conclave.room.Member;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.RoomView;
import conclave.room.Stamp;
import conclave.room.UnderName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Shows somebody who has come into a room what is there: topic, members, what was said last; then
 * the room goes live.
 */
final class Arrival {
  private final Node node;
  private final SeenOnce seen;

  Arrival(Node node, SeenOnce seen) {
    this.node = node;
    this.seen = seen;
  }

  /** The connection's user has come in, which the connection is shown now, or in its turn. */
  void comes(Receiver receiver, Joined event, EncodedEvent join) {
    Output output = receiver.connection().output();
    boolean waits =
        output.catchUp().leftBehind().comeBack(receiver, join, () -> late(receiver, event));
    if (waits) {
      look(receiver); // what is said meanwhile is in a log, or is not
    } else {
      output.show(join);
      joined(receiver, event);
    }
  }

  /** The room may have another name by now, and who has left it since, is not told of it. */
  private void late(Receiver receiver, Joined event) {
    UnderName now = new UnderName(receiver.self().room());
    receiver.connection().output().show(new EncodedEvent(event.accept(now)));
    if (receiver.hasLeft()) {
      receiver.goLive(event.stamp().seq());
    } else {
      joined(receiver, event);
    }
  }

  /** The connection has seen its JOIN. Topic and names are a part of the answer to it. */
  private void joined(Receiver receiver, Joined event) {
    Connection connection = receiver.connection();
    Optional<LabelledCaller> labelled =
        connection.output().labels().causeOf(event.stamp().origin());
    labelled.ifPresent(LabelledCaller::hold);
    Caller to = labelled.<Caller>map(caller -> caller).orElse(connection);
    long seq = event.stamp().seq();
    Future<Optional<RoomView>> look = look(receiver);
    Future<Optional<RoomView>> told =
        welcome(to, connection, receiver.self().room(), look)
            .compose(done -> look)
            .onComplete(done -> labelled.ifPresent(LabelledCaller::release));
    if (event.stamp().origin().connection().equals(connection.connection())) {
      connection.commands().awaitAnswer(told);
    }
    told.compose(view -> replay(connection, view, seq))
        .onComplete(done -> receiver.goLive(seq), away -> receiver.goLive(seq));
  }

  private Future<Optional<RoomView>> look(Receiver receiver) {
    return node.rooms()
        .look(receiver.self().room())
        .onSuccess(view -> view.ifPresent(v -> receiver.self().sees(v.modes())));
  }

  /**
   * The connection is one more of a user who is in the room already.
   *
   * @return false where that one was put out while it came, and this listener has not seen it;
   *     failed where the connection was not shown the room
   */
  Future<Boolean> attached(Receiver receiver, RoomName room) {
    Nick nick = receiver.connection().source().nick();
    return node.rooms()
        .follow(room)
        .compose(
            view ->
                isOut(view, nick, receiver.connection())
                    ? Future.succeededFuture(false)
                    : attached(receiver, view, receiver.connection(), Origin.SERVER).map(true));
  }

  /** The connection has asked to come into a room in which its user is already. */
  Future<Void> asked(Receiver receiver, RoomView view, Caller to) {
    return attached(receiver, Optional.of(view), to, to.origin());
  }

  private static boolean isOut(Optional<RoomView> view, Nick then, Connection connection) {
    Nick now = connection.source().nick();
    return view.filter(v -> v.member(then).isEmpty() && v.member(now).isEmpty()).isPresent();
  }

  private Future<Void> attached(
      Receiver receiver, Optional<RoomView> view, Caller to, Origin cause) {
    Connection connection = receiver.connection();
    Nick nick = connection.source().nick();
    view.ifPresent(v -> v.member(nick).ifPresent(self -> attach(receiver, v, self, cause)));
    long seq = view.map(RoomView::seq).orElse(0L);
    return described(to, connection, receiver.self().room(), view)
        .compose(told -> connection.past().known())
        .compose(known -> past(receiver, view, known))
        .onComplete(shown -> receiver.goLive(shown, seq), away -> receiver.goLive(0))
        .transform(shown -> Future.succeededFuture());
  }

  /** What was said while the device was away; what was said last where it never was here. */
  private Future<Long> past(Receiver receiver, Optional<RoomView> view, Optional<Reached> known) {
    Past past = receiver.connection().past();
    Optional<Long> last = view.flatMap(v -> known.map(k -> k.logs().get(v.log())));
    long seq = view.map(RoomView::seq).orElse(0L);
    if (last.isEmpty() || !past.isShown()) {
      return replay(receiver.connection(), view, seq + 1).map(seq);
    }
    receiver.reached(last.get());
    return past.missed().room(view.orElseThrow(), last.get(), receiver::reached);
  }

  /** The connection has come over from another name, which it has been told: it has seen JOIN. */
  void cameOver(Connection connection, RoomRenamed event, Future<Optional<RoomView>> look) {
    Optional<LabelledCaller> labelled =
        connection.output().labels().causeOf(event.stamp().origin());
    labelled.ifPresent(LabelledCaller::hold);
    Caller to = labelled.<Caller>map(caller -> caller).orElse(connection);
    welcome(to, connection, event.to(), look)
        .onComplete(done -> labelled.ifPresent(LabelledCaller::release));
  }

  /** The room that the connection is in got another name while it was told of the old one. */
  void described(Connection connection, RoomName room) {
    welcome(connection, connection, room, node.rooms().look(room));
  }

  private Future<?> welcome(
      Caller to, Connection connection, RoomName room, Future<Optional<RoomView>> look) {
    return look.compose(view -> described(to, connection, room, view));
  }

  private Future<Void> described(
      Caller to, Connection connection, RoomName room, Optional<RoomView> view) {
    Output output = connection.output();
    return marked(to, room)
        .compose(marked -> output.relief())
        .onSuccess(free -> describe(to, view, connection))
        .compose(told -> annotated(to, room, output));
  }

  private static void attach(Receiver receiver, RoomView view, Member self, Origin cause) {
    receiver.self().is(self.roles(), view.log());
    receiver.self().sees(view.modes());
    receiver.connection().output().show(new EncodedEvent(joinOf(view, self, cause)));
  }

  private static Event joinOf(RoomView view, Member self, Origin cause) {
    Stamp stamp = new Stamp(0, view.seq(), System.currentTimeMillis(), cause);
    return new Joined(stamp, view.name(), self.source(), self.realname(), Set.of());
  }

  /** How far the room is read already; before its names (IRCv3 read-marker §Command flows). */
  private Future<Void> marked(Caller to, RoomName room) {
    if (!to.registration().capabilities().has(Capability.READ_MARKER)) {
      return Future.succeededFuture();
    }
    return to.source()
        .account()
        .map(account -> node.handlers().markers().of(account, room.key()))
        .orElse(Future.succeededFuture(0L))
        .compose(time -> to.answer(new ReadUpTo(room.text(), time)))
        .recover(away -> to.refuse(Reason.MARKS_UNAVAILABLE, room.text()));
  }

  /** What the room and those in it say of themselves, as far as the caller wants to know it. */
  private Future<Void> annotated(Caller to, RoomName room, Output output) {
    List<String> keys = to.registration().subscriptions().all();
    return keys.isEmpty()
        ? Future.succeededFuture()
        : node.handlers()
            .metadata()
            .inRooms(List.of(room), keys, to)
            .compose(found -> output.relief().map(found))
            .compose(
                found ->
                    found.isEmpty()
                        ? Future.succeededFuture()
                        : to.answer(Metadata.synced(room.text(), found)))
            .recover(away -> Future.succeededFuture());
  }

  private void describe(Caller to, Optional<RoomView> view, Connection connection) {
    view.filter(v -> v.topic().isPresent()).ifPresent(v -> to.reply(new Reply.TopicIs(v)));
    Capabilities asked = to.registration().capabilities();
    if (!asked.has(Capability.NO_IMPLICIT_NAMES)
        && !asked.has(Capability.DRAFT_NO_IMPLICIT_NAMES)) {
      view.ifPresent(v -> to.reply(new Reply.NamesAre(v.seenBy(to.source().nick()))));
      seen.forget(connection);
    }
  }

  private Future<Void> replay(Connection connection, Optional<RoomView> view, long before) {
    int count = node.config().history().replayOnJoin();
    // Whoever asks by itself is sent nothing unasked (IRCv3 chathistory §Implementation).
    boolean asksItself = connection.capabilities().has(Capability.CHATHISTORY);
    if (view.isEmpty() || count == 0 || asksItself) {
      return Future.succeededFuture();
    }
    RoomName room = view.get().name();
    // In a batch, a client knows by their ids what it has.
    boolean hasBatch = connection.capabilities().has(Capability.BATCH);
    long known = hasBatch ? 0 : connection.ownRooms().leftAt(room);
    return node.history()
        .messages(room.key(), before, count, view.get().rank(connection.source().nick()))
        .map(said -> said.stream().filter(event -> event.stamp().seq() > known).toList())
        .compose(said -> connection.output().relief().map(said))
        .onSuccess(
            (List<Event> said) -> connection.reply(new Reply.Replay(room.text(), said, false)))
        .mapEmpty();
  }
}
