package conclave.gateway;

import conclave.command.Reply;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.Joined;
import conclave.room.Member;
import conclave.room.Origin;
import conclave.room.RoomView;
import conclave.room.Stamp;
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

  Arrival(Node node) {
    this.node = node;
  }

  /** The connection has seen its JOIN. */
  void joined(Receiver receiver, Joined event) {
    node.rooms()
        .look(event.room())
        .compose(view -> show(receiver, view, event.stamp().seq()))
        .onComplete(
            done -> receiver.goLive(event.stamp().seq()),
            away -> receiver.goLive(event.stamp().seq()));
  }

  /** The connection is one more of a user who is in the room already. */
  void attached(Receiver receiver, RoomName room) {
    node.rooms()
        .look(room)
        .compose(
            view -> {
              Nick nick = receiver.connection().source().nick();
              view.ifPresent(v -> v.member(nick).ifPresent(self -> attach(receiver, v, self)));
              long seq = view.map(RoomView::seq).orElse(0L);
              return show(receiver, view, seq + 1).map(seq);
            })
        .onComplete(receiver::goLive, away -> receiver.goLive(0));
  }

  private static void attach(Receiver receiver, RoomView view, Member self) {
    receiver.is(self.roles());
    receiver.connection().show(new EncodedEvent(joinOf(view, self)));
  }

  private static Event joinOf(RoomView view, Member self) {
    Stamp stamp = new Stamp(0, view.seq(), System.currentTimeMillis(), Origin.SERVER);
    return new Joined(stamp, view.name(), self.source(), self.realname(), Set.of());
  }

  private Future<Void> show(Receiver receiver, Optional<RoomView> view, long before) {
    view.filter(v -> v.topic().isPresent())
        .ifPresent(v -> receiver.connection().reply(new Reply.TopicIs(v)));
    Nick nick = receiver.connection().source().nick();
    view.ifPresent(v -> receiver.connection().reply(new Reply.NamesAre(v.seenBy(nick))));
    int count = node.config().history().replayOnJoin();
    if (view.isEmpty() || count == 0) {
      return Future.succeededFuture();
    }
    RoomName room = view.get().name();
    return node.history()
        .messages(room.key(), before, count, view.get().rank(nick))
        .onSuccess(
            (List<Event> said) ->
                receiver.connection().reply(new Reply.Replay(room.text(), said, false)))
        .mapEmpty();
  }
}
