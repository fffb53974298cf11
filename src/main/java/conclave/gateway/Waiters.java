package conclave.gateway;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Who waits until all is known that a node has told up to some number. Any thread. */
final class Waiters {
  /** So many wait at most; whoever comes then takes what is known for all. */
  static final int MOST = 10_000;

  private record Waiter(String node, long number, Promise<Void> promise) {}

  private final List<Waiter> all = new ArrayList<>();

  /**
   * Done when that much has been heard of the node, or it is dead.
   *
   * @param heard up to which number that is so now
   */
  Future<Void> until(String node, long number, LongSupplier heard) {
    Waiter waiter = new Waiter(node, number, Promise.promise());
    synchronized (this) {
      if (all.size() >= MOST) {
        return Future.succeededFuture();
      }
      all.add(waiter);
    }
    heard(node, heard.getAsLong());
    return waiter.promise.future();
  }

  /** So much has been heard of a node. */
  void heard(String node, long number) {
    take(waiter -> waiter.node.equals(node) && waiter.number <= number);
  }

  /** Nothing more will be heard of it. */
  void forget(String node) {
    take(waiter -> waiter.node.equals(node));
  }

  private void take(Predicate<Waiter> which) {
    List<Waiter> ready;
    synchronized (this) {
      ready = all.stream().filter(which).toList();
      all.removeIf(which);
    }
    ready.forEach(waiter -> waiter.promise.tryComplete());
  }
}
