package conclave.store;

import static conclave.room.Mothers.user;
import static conclave.room.SayKind.PRIVMSG;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.Secret;
import conclave.config.StoreConfig;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Event.Told;
import conclave.room.Origin;
import conclave.room.Stamp;
import conclave.shard.Logs;
import conclave.shard.Logs.Talk;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, kept by PostgreSQL: one server and database, emptied before each test. */
class PostgresStoreTest extends RetryContract {
  private static final List<String> TABLES =
      List.of(
          ("event sent conversation invitation session certificate log_in_code read_marker metadata chain"
                  + " shard member node nick bearer account place")
              .split(" "));

  @TempDir static Path folder;
  private static EmbeddedPostgres server;

  @BeforeAll
  static void startTheServer() throws Exception {
    server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").start();
    Migrations.run(Postgres.at(config()));
  }

  @AfterAll
  static void stopTheServer() throws Exception {
    server.close();
  }

  private static StoreConfig config() {
    String url = "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
    return new StoreConfig(url, Optional.of(new Secret("postgres")));
  }

  @Override
  StoreConfig settings() {
    return config();
  }

  @Override
  void prepare() {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      // Of a few rows each: to truncate a table is to make its files anew.
      for (String table : TABLES) {
        statement.execute("DELETE FROM " + table);
      }
      statement.execute("DROP TABLE IF EXISTS copy, second");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  Future<Store> open(int maxQueuedEvents) {
    return Store.open(vertx, config(), folder, maxQueuedEvents);
  }

  @Override
  Path folder() {
    return folder;
  }

  @Override
  Future<Rekey.Result> rekey() {
    return Rekey.run(vertx, config(), folder, rows -> {});
  }

  @Override
  VerifyStore.Result verifyAll(List<String> found) {
    return VerifyStore.run(
            vertx,
            config(),
            folder,
            Optional.empty(),
            (place, verified) -> found.add(place + ": " + verified))
        .await();
  }

  @Override
  Connection connect() throws SQLException {
    return server.getPostgresDatabase().getConnection();
  }

  @Override
  Connection holdWriters() throws Exception {
    Connection held = connect();
    held.setAutoCommit(false);
    try (Statement statement = held.createStatement()) {
      statement.execute("LOCK TABLE event IN SHARE MODE");
    }
    return held;
  }

  @Test
  void aLostConnectionIsReplaced() throws Exception {
    log.append(Events.append("#a", 1, 1)).await();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE application_name = 'conclave'");
    }
    Awaitility.await().until(() -> keeps(Events.append("#a", 1, 2)));
    Awaitility.await()
        .until(() -> log.load("#a").map(p -> p.orElseThrow().seq()).otherwise(0L).await() == 2);
  }

  @Test
  void whatWasSaidLatelyIsFoundByTheAccountsThatTalk() {
    Event old = Events.told(7, 1);
    long time = old.stamp().time();
    Event late = new Told(stamp(7, 2, time + 5), user("bob"), new Nick("alice"), PRIVMSG, "late");
    Event other = new Told(stamp(8, 1, time + 4), user("bob"), new Nick("carol"), PRIVMSG, "x");
    log.append(new RoomLog.Append("alice bob", 7, Optional.empty(), List.of(old, late))).await();
    log.append(new RoomLog.Append("bob carol", 8, Optional.empty(), List.of(other))).await();
    Logs logs = store.logs();
    assertThat(logs.talks(List.of("alice"), time).await()).containsExactly(new Talk(7, 1, 2));
    assertThat(logs.talks(List.of("alice"), time - 1).await()).containsExactly(new Talk(7, 0, 2));
    assertThat(logs.talks(List.of("bob", "carol"), time).await())
        .containsExactly(new Talk(7, 1, 2), new Talk(8, 0, 1));
    assertThat(logs.talks(List.of("bob"), time + 5).await()).isEmpty();
  }

  private static Stamp stamp(long place, long seq, long time) {
    return new Stamp(place, seq, time, new Origin("c", seq));
  }

  @Test
  void aRoomThatWasFoldedInAsciiAloneIsFoundUnderItsNewKey() throws Exception {
    AccountName alice = new AccountName("alice");
    log.append(Events.append("#cafÉ", 1, 1, 2)).await();
    store.metadata().put("#cafÉ", "url", Optional.of("here"), outcome -> {}).await();
    store.readMarkers().advance(alice, "#cafÉ", 5, reached -> {}).await();
    store.close().await();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("DELETE FROM meta WHERE name = 'fold'");
    }
    openAgain();
    assertThat(store.history().messages("#café", Long.MAX_VALUE, 9).await()).hasSize(2);
    assertThat(store.metadata().of("#café").await()).containsEntry("url", "here");
    assertThat(store.readMarkers().of(alice, "#café").await()).isEqualTo(5);
    assertThat(log.load("#cafÉ").await()).isEmpty();
  }

  private boolean keeps(RoomLog.Append append) {
    return log.append(append).map(true).otherwise(false).await();
  }
}
