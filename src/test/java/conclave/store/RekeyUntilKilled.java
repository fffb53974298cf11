package conclave.store;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** Changes a store's key, prints how far it is, and waits for its end at so many rows. */
final class RekeyUntilKilled {
  private RekeyUntilKilled() {}

  public static void main(String[] args) {
    long most = Long.parseLong(args[1]);
    Rekey.run(Vertx.vertx(), Folder.EMBEDDED, Path.of(args[0]), rows -> tell(rows, most));
  }

  private static void tell(long rows, long most) {
    System.out.println(rows);
    if (rows >= most) {
      LockSupport.park(); // may wake up early, which hurts nobody
    }
  }
}
