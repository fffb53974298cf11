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
import io.vertx.core.AsyncResult;
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

  private static final String CANT = " can't be read right now.";

  private final Node node;
  private final Connection connection;
  private Future<Void> last = Future.succeededFuture();

  Missed(Node node, Connection connection) {
    this.node = node;
    this.connection = connection;
  }

  /**
   * Shows what was said in a room after that sequence, up to how the view has it.
   *
   * @return up to which sequence that could be done
   */
  Future<Long> room(RoomView view, long after, LongConsumer reached) {
    String name = view.name().text();
    Nick self = connection.source().nick();
    Reader reader = new Reader(self, view.rank(self), seesAll());
    Piece piece = new Piece(view.log(), name, reader, view.seq(), reached);
    return next(() -> page(piece, after, most()));
  }

  /**
   * Shows what was said to the user, and by the user on other devices. What can't be read now is
   * caught up with later.
   *
   * @return failed where not even is known what that is
   */
  Future<Void> talks(AccountName self, Reached known) {
    return next(
        () ->
            node.history()
                .conversations(self, Long.MIN_VALUE, Long.MAX_VALUE)
                .compose(talks -> all(missed(talks, known.time()), self, known.time()))
                .onFailure(away -> tell("What was missed of direct messages" + CANT)));
  }

  /**
   * What is new where it was shown some of it, whatever the clocks say; elsewhere what is from
   * after that time, which clocks that are apart may have stamped as from before it.
   */
  private List<Talk> missed(List<Talk> talks, long time) {
    Progress progress = connection.past().progress();
    return talks.stream()
        .filter(
            talk ->
                progress.of(talk.log()) > 0
                    ? talk.seq() > progress.of(talk.log())
                    : talk.time() > time - History.LATELY_MILLIS)
        .toList();
  }

  private Future<Void> all(List<Talk> talks, AccountName self, long time) {
    Future<Void> done = Future.succeededFuture();
    for (Talk talk : talks) {
      done = done.transform(before -> talk(talk, self, time).compose(now -> failedAs(before)));
    }
    return done;
  }

  /** One conversation that is missing is enough. */
  private static Future<Void> failedAs(AsyncResult<Void> before) {
    return before.failed() ? Future.failedFuture(before.cause()) : Future.succeededFuture();
  }

  private Future<Void> talk(Talk talk, AccountName self, long time) {
    Reader reader = new Reader(connection.source().nick(), Optional.empty(), seesAll());
    Progress progress = connection.past().progress();
    LongConsumer reached = seq -> progress.told(talk.log(), seq);
    Piece piece = new Piece(talk.log(), talk.other(), reader, talk.seq(), reached);
    long known = progress.of(talk.log());
    Future<Optional<Long>> after =
        known > 0
            ? Future.succeededFuture(Optional.of(known))
            : since(
                Conversation.key(self.text(), talk.other()), time - History.LATELY_MILLIS, reader);
    return after
        .compose(from -> page(piece, from.orElse(talk.seq()), most()))
        .compose(seq -> rest(talk, seq, time));
  }

  private Future<Void> rest(Talk talk, long seq, long time) {
    return seq >= talk.seq() || connection.output().catchUp().misses(talk, seq, time)
        ? Future.succeededFuture()
        : Future.failedFuture("not all of " + talk.log() + " was shown");
  }

  /** The last sequence before the first message after that time. */
  private Future<Optional<Long>> since(String key, long time, Reader reader) {
    Excerpt after =
        new Excerpt.Span(Optional.of(new Excerpt.Mark.Time(time)), Optional.empty(), false);
    return node.history()
        .excerpt(key, after, reader, 1)
        .map(found -> found.stream().findFirst().map(event -> event.stamp().seq() - 1));
  }

  /** Waits for its turn; a log that can't be read does not stand in the way of others. */
  private <T> Future<T> next(Supplier<Future<T>> work) {
    Future<T> done = last.compose(before -> work.get());
    last = done.transform(any -> Future.succeededFuture());
    return done;
  }

  /** Never fails: up to which sequence all has been shown. */
  private Future<Long> page(Piece piece, long after, int left) {
    if (after >= piece.until) {
      return Future.succeededFuture(piece.until);
    }
    if (connection.phase() == Caller.Phase.CLOSED) {
      return Future.succeededFuture(after);
    }
    int size = Math.min(Math.max(1, left), node.config().history().pageSize());
    return node.history()
        .following(piece.log, after, piece.reader, size)
        .compose(next -> show(piece, next, left))
        .recover(
            away -> {
              tell("What was missed of " + piece.name + CANT);
              return Future.succeededFuture(after);
            });
  }

  private Future<Long> show(Piece piece, History.Next next, int left) {
    List<Event> events =
        next.events().stream()
            .filter(event -> event.stamp().seq() <= piece.until)
            .filter(event -> !Audience.isOrigin(event, connection)) // it has spoken meanwhile
            .toList();
    if (left <= 0 && !events.isEmpty()) {
      tell("More than that was missed of " + piece.name + ": its history has it.");
      piece.reached.accept(piece.until);
      return Future.succeededFuture(piece.until);
    }
    Output output = connection.output();
    return output
        .relief()
        .compose(
            free -> {
              connection.reply(new Reply.Replay(piece.name, events, false));
              return output.written();
            })
        .compose(
            done -> {
              long upTo = Math.min(piece.until, next.reached());
              piece.reached.accept(upTo);
              return page(piece, upTo, left - events.size());
            });
  }

  private void tell(String sentence) {
    connection.reply(new Reply.Note(sentence));
  }

  private int most() {
    return node.config().history().missed();
  }

  private boolean seesAll() {
    return connection.capabilities().has(Capability.EVENT_PLAYBACK);
  }
}
