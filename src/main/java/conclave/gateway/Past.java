package conclave.gateway;

import conclave.command.Capability;
import conclave.handler.Bookmarks.Reached;
import conclave.handler.Bookmarks.Seat;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What one connection was shown of the past, and what it has missed of it. One loop. */
final class Past {
  private static final int FILED_SECONDS = 5;

  private final Node node;
  private final Connection connection;
  private final Progress progress = new Progress();
  private final Talks talks;
  private final Missed missed;
  private Future<Optional<Reached>> known = Future.succeededFuture(Optional.empty());
  private Optional<Seat> seat = Optional.empty();
  private Optional<Map<Long, Long>> filed = Optional.empty();
  private Optional<Reached> last = Optional.empty();
  private boolean isOver;
  private int seconds;

  Past(Node node, Connection connection) {
    this.node = node;
    this.connection = connection;
    this.talks = new Talks(connection, progress);
    this.missed = new Missed(node, connection);
  }

  Progress progress() {
    return progress;
  }

  Talks talks() {
    return talks;
  }

  Missed missed() {
    return missed;
  }

  /** Is what was missed shown unasked? Not to a client that asks for it by itself. */
  boolean isShown() {
    return node.config().history().missed() > 0
        && !connection.capabilities().has(Capability.CHATHISTORY);
  }

  /** The user is in: it goes on where its session was last. */
  void begin() {
    seat =
        connection
            .source()
            .account()
            .map(account -> new Seat(account.key(), connection.registration().session()))
            .filter(one -> one.session() > 0);
    if (seat.isEmpty()) {
      return;
    }
    Context loop = Objects.requireNonNull(Vertx.currentContext());
    talks.hold();
    known =
        node.seats()
            .take(
                seat.get(),
                new Seats.Holder(
                    connection.connection(),
                    loop,
                    () -> file(seat.get(), now(progress.reached(false)), true)))
            .compose(free -> node.bookmarks().of(seat.get()))
            .onSuccess(found -> progress.begin(found, connection.registration().talksBefore()))
            // else what was filed stays
            .recover(away -> Future.succeededFuture(Optional.empty()));
  }

  /** Goes on with what was said to the user, when the rooms have been shown. */
  void resume(Future<?> rooms) {
    if (seat.isPresent()) {
      rooms
          .transform(done -> known)
          .compose(this::showTalks)
          .onComplete(done -> talks.goLive(true), away -> talks.goLive(false));
    }
  }

  private Future<Void> showTalks(Optional<Reached> last) {
    return last.isPresent() && isShown()
        ? missed.talks(connection.source().account().orElseThrow(), last.get())
        : Future.succeededFuture();
  }

  /** How far its session was shown everything when it came. */
  Future<Optional<Reached>> known() {
    return known;
  }

  /**
   * Called every second: even a crash shall not forget how far it was shown everything. After one,
   * only who stays is still in rooms.
   */
  void tick() {
    if (++seconds < FILED_SECONDS || seat.isEmpty()) {
      return;
    }
    seconds = 0;
    if (node.seats().isOf(seat.get(), connection.connection())) {
      boolean stays = node.users().resident(connection.source().nick()).isPresent();
      file(seat.get(), now(stays ? progress.reached(false) : progress.inTalks()), false);
    }
  }

  /**
   * The connection ends: what comes to it from now on, it is not shown.
   *
   * @param isSure what was written last has arrived as well
   */
  void end(boolean isSure) {
    if (!isOver) {
      last = now(progress.reached(isSure));
      isOver = true;
    }
  }

  /** It is over, and files where it ended. */
  void leave() {
    seat.filter(one -> node.seats().leave(one, connection.connection()))
        .ifPresent(one -> file(one, last, true));
  }

  /** With the messages that it still has to catch up with; once it has ended, as it was then. */
  private Optional<Reached> now(Optional<Reached> shown) {
    long oldest = connection.output().catchUp().oldest();
    return isOver
        ? last
        : shown.map(all -> new Reached(all.logs(), Math.min(all.time(), oldest - 1)));
  }

  private void file(Seat one, Optional<Reached> now, boolean isLast) {
    now.filter(reached -> !filed.equals(Optional.of(reached.logs())))
        .ifPresent(
            reached -> {
              filed = Optional.of(reached.logs());
              node.bookmarks().file(one, reached, isLast);
            });
  }
}
