package conclave.store;

import conclave.config.StoreConfig;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by SQLite in the data folder. */
class SqliteStoreTest extends AccountContract {
  @TempDir Path folder;

  @Override
  Future<Store> open(int maxQueuedEvents) {
    return Store.open(
        vertx, new StoreConfig("embedded", Optional.empty()), folder, maxQueuedEvents);
  }

  @Override
  Connection holdWriters() throws Exception {
    Connection held =
        DriverManager.getConnection(
            "jdbc:sqlite:" + folder.resolve("conclave.db") + "?transaction_mode=IMMEDIATE");
    held.setAutoCommit(false);
    return held;
  }
}
