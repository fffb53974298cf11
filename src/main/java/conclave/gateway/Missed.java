package conclave.gateway;

import conclave.command.Capability;
import conclave.command.Excerpt;
import conclave.command.Reply;
import conclave.handler.Bookmarks.Reached;
import conclave.handler.Caller;
import conclave.handler.History;
import conclave.handler.History.Reader;
import conclave.handler.History.Talk;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Conversation;
import conclave.room.Event;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Shows one connection what was said while its device was away: one log after the other, page by
 * page as the peer takes it, so that a thousand who come back at once need no memory for it. One
 * loop.
 */
final class Missed {
  /**
   * What is read of a log.
   *
   * @param until nothing after this sequence
   * @param reached is told how far the peer has it
   */
  private record Piece(long log, String name, Reader reader, long until, LongConsumer reached) {}

  private final Node node;
  private final Connection connection;
  private Future<Void> last = Future.succeededFuture();

  Missed(Node node, Connection connection) {
    this.node = node;
    this.connection = connection;
  }

  /** Shows what was said in a room after that sequence, up to how the view has it. */
  Future<Void> room(RoomView view, long after, LongConsumer reached) {
    String name = view.name().text();
    Nick self = connection.source().nick();
    Reader reader = new Reader(self, view.rank(self), seesAll());
    return next(
        name, () -> page(new Piece(view.log(), name, reader, view.seq(), reached), after, most()));
  }

  /** Shows what was said to the user, and by the user on other devices. */
  Future<Void> talks(AccountName self, Reached known) {
    return next(
        "direct messages",
        () ->
            node.history()
                .conversations(self, known.time(), Long.MAX_VALUE)
                .compose(talks -> all(talks, self, known.time())));
  }

  private Future<Void> all(List<Talk> talks, AccountName self, long time) {
    Future<Void> done = Future.succeededFuture();
    for (Talk talk : talks) {
      done = done.compose(before -> talk(talk, self, time));
    }
    return done;
  }

  private Future<Void> talk(Talk talk, AccountName self, long time) {
    Reader reader = new Reader(connection.source().nick(), Optional.empty(), seesAll());
    Progress progress = connection.past().progress();
    Piece piece =
        new Piece(
            talk.log(),
            talk.other(),
            reader,
            Long.MAX_VALUE,
            seq -> progress.told(talk.log(), seq));
    long known = progress.of(talk.log());
    return known > 0
        ? page(piece, known, most())
        : since(Conversation.key(self.text(), talk.other()), time, reader)
            .compose(
                first ->
                    first.isEmpty()
                        ? Future.succeededFuture()
                        : page(piece, first.get() - 1, most()));
  }

  /** The sequence of the first message after that time. */
  private Future<Optional<Long>> since(String key, long time, Reader reader) {
    Excerpt after =
        new Excerpt.Span(Optional.of(new Excerpt.Mark.Time(time)), Optional.empty(), false);
    return node.history()
        .excerpt(key, after, reader, 1)
        .map(found -> found.stream().findFirst().map(event -> event.stamp().seq()));
  }

  /** Waits for its turn; a log that can't be read does not stand in the way of others. */
  private Future<Void> next(String what, Supplier<Future<Void>> work) {
    last =
        last.compose(before -> work.get())
            .recover(away -> tell("What was missed of " + what + " can't be read right now."));
    return last;
  }

  private Future<Void> page(Piece piece, long after, int left) {
    if (after >= piece.until || connection.phase() == Caller.Phase.CLOSED) {
      return Future.succeededFuture();
    }
    int size = Math.min(Math.max(1, left), node.config().history().pageSize());
    return node.history()
        .following(piece.log, after, piece.reader, size)
        .compose(next -> show(piece, next, left));
  }

  private Future<Void> show(Piece piece, History.Next next, int left) {
    List<Event> events =
        next.events().stream().filter(event -> event.stamp().seq() <= piece.until).toList();
    if (left <= 0 && !events.isEmpty()) {
      return tell("More than that was missed of " + piece.name + ": its history has it.");
    }
    connection.reply(new Reply.Replay(piece.name, events, false));
    return connection
        .output()
        .written()
        .compose(
            done -> {
              events.stream()
                  .reduce((first, second) -> second)
                  .ifPresent(event -> piece.reached.accept(event.stamp().seq()));
              return next.reached() == Long.MAX_VALUE
                  ? Future.succeededFuture()
                  : page(piece, next.reached(), left - events.size());
            });
  }

  private Future<Void> tell(String sentence) {
    connection.reply(new Reply.Note(sentence));
    return Future.succeededFuture();
  }

  private int most() {
    return node.config().history().missed();
  }

  private boolean seesAll() {
    return connection.capabilities().has(Capability.EVENT_PLAYBACK);
  }
}
