package conclave.store;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Changes a store's key, prints how far it is, and waits for its end at 4,000 rows. */
final class RekeyUntilKilled {
  private RekeyUntilKilled() {}

  public static void main(String[] args) {
    Rekey.run(Vertx.vertx(), Folder.EMBEDDED, Path.of(args[0]), RekeyUntilKilled::tell);
  }

  private static void tell(long rows) {
    System.out.println(rows);
    if (rows >= 4_000) {
      LockSupport.park(); // may wake up early, which hurts nobody
    }
  }
}
