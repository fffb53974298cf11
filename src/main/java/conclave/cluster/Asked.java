package conclave.cluster;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import io.vertx.core.Promise;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Something that an owner was asked, and how often. Guarded by its lane. */
final class Asked {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

  final long number;
  final Promise<PlaceAnswer> answer;
  PlaceRequest request;
  volatile Optional<String> owner = Optional.empty();
  int attempt;
  private final long since = System.nanoTime();

  Asked(long number, PlaceRequest request, Promise<PlaceAnswer> answer) {
    this.number = number;
    this.request = request;
    this.answer = answer;
  }

  /** Whoever was asked may have done it. */
  void doubt() {
    if (request instanceof PlaceRequest.Do first) {
      request = new PlaceRequest.Again(first);
    } else if (request instanceof PlaceRequest.Follow follow) {
      request = follow.again();
    }
  }

  /** May an owner before have done it, whatever this one says? */
  boolean mayBeDone() {
    return request instanceof PlaceRequest.Again
        || (request instanceof PlaceRequest.Follow follow && follow.isAgain());
  }

  /** May the same owner be asked it again? What it has done must not be done twice. */
  boolean isRepeatable() {
    return request instanceof PlaceRequest.Question && !isOld();
  }

  boolean isRollCall() {
    return request instanceof PlaceRequest.Present;
  }

  boolean isOld() {
    return isOlderThan(PATIENCE_NANOS);
  }

  boolean isOlderThan(long nanos) {
    return System.nanoTime() - since > nanos;
  }
}
