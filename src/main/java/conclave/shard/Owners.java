package conclave.shard;

import conclave.bus.Addresses;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.name.CaseFold;
import io.vertx.core.Future;

/** Asks who owns a shard. What one caller asks of one shard arrives in the order of the calls. */
public interface Owners {
  /**
   * Longer than an owner takes to say no, so that what is given up was not done: the store tells it
   * within its own time-outs.
   */
  long DEADLINE_MILLIS = 60_000;

  /** The owner of a shard, by number. */
  Future<PlaceAnswer> ask(int shard, PlaceRequest request);

  /** The owner of the place with that name. */
  default Future<PlaceAnswer> ask(String name, PlaceRequest request) {
    return ask(Addresses.shardOf(CaseFold.fold(name)), request);
  }
}
