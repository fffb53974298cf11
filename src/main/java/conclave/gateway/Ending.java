package conclave.gateway;

import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;

/** The end of a connection: whom it concerns is told, then it is forgotten. One loop. */
final class Ending {
  private static final long CLOSING_MILLIS = 5_000;

  private final Connection connection;
  private final Listener listener;
  private final Runnable over;
  private Parting parting = Parting.closed();
  private boolean isSocketClosed;
  private boolean isReleased;
  private boolean isTold;

  /**
   * An end that has not come yet.
   *
   * @param over called when the socket is closed and everybody has been told
   */
  Ending(Connection connection, Listener listener, Runnable over) {
    this.connection = connection;
    this.listener = listener;
    this.over = over;
  }

  /** Closes the wire when the last word is written, or can't be for some seconds. */
  void close(Wire wire, Future<Void> lastWord) {
    long deadline = listener.vertx().setTimer(CLOSING_MILLIS, id -> wire.abort());
    lastWord.onComplete(
        written -> {
          listener.vertx().cancelTimer(deadline);
          wire.close();
        });
  }

  /** It comes for that reason. */
  void because(Parting why) {
    parting = why;
  }

  /** Would all that has left this machine have arrived? */
  boolean isSure() {
    return parting.isSure();
  }

  void socketClosed() {
    isSocketClosed = true;
    forgetIfOver();
  }

  /** Once everything it had begun is done, so that no room lets in somebody who has left. */
  void release() {
    if (isReleased || !connection.commands().isIdle()) {
      return;
    }
    isReleased = true;
    connection.watches().clear();
    if (connection.registration().account().isPresent()) {
      listener.node().accounts().left(connection.connection());
    }
    connection.admittedAs().map(Source::nick).ifPresent(this::giveBack);
    Future<Void> told =
        connection
            .admittedAs()
            .map(source -> listener.rooms().leave(connection, source, parting))
            .orElse(Future.succeededFuture());
    told.onComplete(
        done -> {
          isTold = true;
          forgetIfOver();
        });
  }

  /** The user has no rank any more that this connection alone had, by OPER. */
  private void giveBack(Nick nick) {
    if (connection.registration().giveBack()) {
      boolean isOperator =
          listener.rooms().connectionsOf(nick).stream()
              .anyMatch(one -> one.registration().isServerOperator());
      listener.node().users().ranked(nick, isOperator);
    }
  }

  private void forgetIfOver() {
    if (isSocketClosed && isTold) {
      over.run();
    }
  }
}
