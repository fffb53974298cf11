package conclave.store;

import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A data folder with an embedded store, and what a thief could do to it. */
record Folder(Vertx vertx, Path path) {
  static final StoreConfig EMBEDDED = new StoreConfig("embedded", Optional.empty());

  Store open() {
    return Store.open(vertx, EMBEDDED, path, 100_000).await();
  }

  Future<Rekey.Result> rekey() {
    return Rekey.run(vertx, EMBEDDED, path, rows -> {});
  }

  Path key() {
    return path.resolve("store.key");
  }

  Sealing sealing() {
    return KeyFile.of(EMBEDDED, path).read();
  }

  /** Changes the database behind the server's back. */
  void tamper(String... statements) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + path.resolve("conclave.db"));
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.executeUpdate(each);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The files of the folder without the key. */
  List<Path> stolen() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> !file.equals(key())).toList();
    }
  }
}
