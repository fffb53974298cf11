package conclave.gateway;

import conclave.handler.Nowhere;
import conclave.name.RoomName;
import conclave.room.RoomView;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** One room, which says what it is when the test wants it to. */
final class SlowRooms extends Nowhere {
  private final Queue<Promise<Optional<RoomView>>> asked = new ArrayDeque<>();

  @Override
  public Future<Optional<RoomView>> look(RoomName room) {
    Promise<Optional<RoomView>> answer = Promise.promise();
    asked.add(answer);
    return answer.future();
  }

  /** Answers who has asked first. */
  void answer(RoomView view) {
    asked.remove().complete(Optional.of(view));
  }

  /** Can't say it to who has asked first. */
  void fail() {
    asked.remove().fail("its owner is gone");
  }

  /** Does anybody wait for an answer? */
  boolean isAsked() {
    return !asked.isEmpty();
  }
}
