package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keys that rooms from elsewhere are about to have. What is asked of one waits until that is
 * settled; as much may wait as connections may have under way. One loop.
 */
final class Reservations {
  /** So long after it was made whoever made it has given up. */
  private static final long PATIENCE_MILLIS = 60_000;

  private record Held(PlaceRequest request, Promise<PlaceAnswer> answer) {}

  private record Reservation(long log, long since, List<Held> held) {}

  private final LongSupplier clock;
  private final Map<String, Reservation> byKey = new HashMap<>();

  /**
   * No key yet.
   *
   * @param clock milliseconds
   */
  Reservations(LongSupplier clock) {
    this.clock = clock;
  }

  void add(String key, long log) {
    byKey.put(key, new Reservation(log, clock.getAsLong(), new ArrayList<>()));
  }

  /** Ends what was never settled: whoever wanted the key is gone. */
  void endOld(String key, Function<PlaceRequest, Future<PlaceAnswer>> ask) {
    Reservation reservation = byKey.get(key);
    if (reservation != null && clock.getAsLong() - reservation.since > PATIENCE_MILLIS) {
      end(key, reservation.log, ask);
    }
  }

  boolean has(String key) {
    return !byKey.isEmpty() && byKey.containsKey(key);
  }

  Future<PlaceAnswer> hold(String key, PlaceRequest request) {
    Promise<PlaceAnswer> answer = Promise.promise();
    Objects.requireNonNull(byKey.get(key)).held.add(new Held(request, answer));
    return answer.future();
  }

  /** The key is settled, if it was reserved for this log: what was held back is asked now. */
  void end(String key, long log, Function<PlaceRequest, Future<PlaceAnswer>> ask) {
    Reservation reservation = byKey.get(key);
    if (reservation != null && reservation.log == log) {
      byKey.remove(key);
      reservation.held.forEach(held -> ask.apply(held.request).onComplete(held.answer));
    }
  }
}
