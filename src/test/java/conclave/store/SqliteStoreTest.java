package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by SQLite in the data folder. */
class SqliteStoreTest extends RetryContract {
  @TempDir Path folder;

  @Override
  Future<Store> open(int maxQueuedEvents) {
    return Store.open(
        vertx, new StoreConfig("embedded", Optional.empty()), folder, maxQueuedEvents);
  }

  @Override
  StoreConfig settings() {
    return Folder.EMBEDDED;
  }

  @Override
  Path folder() {
    return folder;
  }

  @Override
  Future<Rekey.Result> rekey() {
    return new Folder(vertx, folder).rekey();
  }

  @Override
  VerifyStore.Result verifyAll(List<String> found) {
    return VerifyStore.run(
            vertx,
            Folder.EMBEDDED,
            folder,
            Optional.empty(),
            (place, verified) -> found.add(place + ": " + verified))
        .await();
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("conclave.db"));
  }

  @Override
  Connection holdWriters() throws Exception {
    Connection held =
        DriverManager.getConnection(
            "jdbc:sqlite:" + folder.resolve("conclave.db") + "?transaction_mode=IMMEDIATE");
    held.setAutoCommit(false);
    return held;
  }

  @Test
  void aTransactionThatBrokeLeavesNothingToTheNextOne() {
    PoolOptions one = new PoolOptions().setMaxSize(1);
    Transactions transactions = new Transactions(() -> new Embedded(folder).pool(vertx, one));
    Future<Integer> broken =
        transactions.run(
            c -> invited(c, "a").compose(v -> Future.failedFuture(new IOException("disk"))),
            done -> true);
    assertThatThrownBy(broken::await).isInstanceOf(IOException.class);
    assertThat(transactions.run(c -> invited(c, "b"), done -> true).await()).isEqualTo(1);
    assertThat(transactions.run(c -> invited(c, "c"), done -> true).await()).isEqualTo(2);
  }

  private static Future<Integer> invited(SqlConnection connection, String code) {
    return connection
        .preparedQuery(Sql.ADD_INVITATION.text())
        .execute(Tuple.of(code, 0, 1L))
        .compose(v -> connection.query("SELECT COUNT(*) FROM invitation").execute())
        .map(rows -> rows.iterator().next().getInteger(0));
  }
}
