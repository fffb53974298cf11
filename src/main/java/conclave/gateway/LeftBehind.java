package conclave.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The rooms that one connection's user has left, and the connection was not shown so yet. Whoever
 * comes back to one is seen to when that has been shown, so that each stay is whole and in its
 * order. One loop.
 */
final class LeftBehind {
  private static final int MAX = 200;

  /**
   * The user is in the room again.
   *
   * @param enter shows the connection that it is
   */
  private record Return(Receiver again, EncodedEvent join, Runnable enter) {}

  private final Connection connection;
  private final Output output;
  private final List<Receiver> left = new ArrayList<>(0);
  private final Deque<Return> returns = new ArrayDeque<>(0);
  private Promise<Void> allSeen = Promise.promise();

  LeftBehind(Connection connection, Output output) {
    this.connection = connection;
    this.output = output;
  }

  /** The user has left the room by this. */
  void leave(Receiver receiver, EncodedEvent leaving) {
    receiver.left(leaving);
    if (receiver.isLive()) {
      return;
    }
    left.add(receiver);
    if (left.size() > MAX) {
      connection.end(Parting.lost("Send queue exceeded: you leave rooms, and do not read it"));
    }
  }

  /** The user has come into the room: false where the connection can be shown so at once. */
  boolean comeBack(Receiver again, EncodedEvent join, Runnable enter) {
    Optional<Receiver> before =
        left.stream()
            .filter(one -> one.self().isSamePlace(again.self()))
            .reduce((first, second) -> second);
    before.ifPresent(
        last -> {
          again.waitFor(last);
          output.hold(join.event());
          returns.add(new Return(again, join, enter));
        });
    return before.isPresent();
  }

  /** The connection was shown all that it missed of a room, and that its user has left. */
  void over(Receiver receiver) {
    left.remove(receiver);
    output.catchUp().go();
    tellIfAllSeen();
  }

  /** When the connection has been shown of all these rooms that its user has left, or never is. */
  Future<Void> allSeen() {
    Future<Void> seen = allSeen.future();
    tellIfAllSeen();
    return seen;
  }

  private void tellIfAllSeen() {
    if (left.isEmpty()) {
      Promise<Void> seen = allSeen;
      allSeen = Promise.promise();
      seen.complete();
    }
  }

  /** Lets in whose turn it is, as long as there is room to show what is there. */
  void go() {
    Optional<Return> next = next();
    while (next.isPresent() && !output.isPressed()) {
      returns.remove(next.get());
      next.get().again.enter();
      next.get().enter.run();
      output.release(next.get().join.event());
      next = next();
    }
  }

  private Optional<Return> next() {
    return returns.stream().filter(one -> !left.contains(one.again.before())).findFirst();
  }

  /** Nothing is shown any more. */
  void stop() {
    returns.forEach(one -> output.release(one.join.event()));
    returns.clear();
    left.clear();
    tellIfAllSeen();
  }
}
