package conclave.bus;

import io.vertx.core.Future;
import java.util.List;

/** Asks all other nodes. Any thread. */
public interface Others {
  /** So long the others have to answer. */
  long PATIENCE_MILLIS = 2_000;

  /**
   * What they answer who do in time; those that are about to be found dead are left out.
   *
   * @param address the same on every node; who listens there answers
   * @param kind of the answers
   */
  <T> Future<List<T>> ask(String address, Object question, Class<T> kind);

  /** Do any see to those whom this node leaves behind when it ends? */
  boolean areThere();

  /** Would all nodes say of that name that it is for this one to give? */
  boolean isOurs(String name);

  /** There are none. */
  static Others none() {
    return new Others() {
      @Override
      public <T> Future<List<T>> ask(String address, Object question, Class<T> kind) {
        return Future.succeededFuture(List.of());
      }

      @Override
      public boolean areThere() {
        return false;
      }

      @Override
      public boolean isOurs(String name) {
        return true;
      }
    };
  }
}
