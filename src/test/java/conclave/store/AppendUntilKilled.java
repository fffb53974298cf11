package conclave.store;

import conclave.config.StoreConfig;
import conclave.shard.RoomLog;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.Optional;

/** Appends to several rooms for ever, and prints each room and sequence that was acknowledged. */
final class AppendUntilKilled {
  static final int ROOMS = 8;

  private AppendUntilKilled() {}

  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    StoreConfig config = new StoreConfig("embedded", Optional.empty());
    Store store = Store.open(vertx, config, Path.of(args[0]), 1_000).await();
    for (int room = 1; room <= ROOMS; room++) {
      next(store.roomLog(), room, 1);
    }
  }

  private static void next(RoomLog log, long room, long seq) {
    log.append(Events.append("#r" + room, room, seq))
        .onSuccess(
            v -> {
              System.out.println(room + " " + seq);
              next(log, room, seq + 1);
            });
  }
}
