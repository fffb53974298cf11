package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conclave.bus.Doubtful;
import conclave.bus.Unavailable;
import conclave.config.Secret;
import conclave.config.StoreConfig;
import conclave.room.Event;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The connection is cut while a commit is under way, and the server of the database goes on with
 * it: whoever asks the log then is told the end of it.
 */
class CutOffTest {
  /** A commit that has added a row waits for this lock. */
  private static final int LOCK = 42;

  private static final String WRITERS =
      "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objid <> " + LOCK;

  @TempDir static Path folder;
  private static EmbeddedPostgres server;
  private Cable cable;
  private Vertx vertx;
  private Store store;
  private RoomLog log;
  private Connection direct;

  @BeforeAll
  static void startTheServer() throws Exception {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void stopTheServer() throws Exception {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    cable = new Cable(server.getPort());
    vertx = Vertx.vertx();
    String url = "postgresql://postgres@localhost:" + cable.port() + "/postgres";
    StoreConfig config = new StoreConfig(url, Optional.of(new Secret("postgres")));
    store = Store.open(vertx, config, folder, 1_000).await();
    log = store.roomLog();
    direct = server.getPostgresDatabase().getConnection();
    execute("TRUNCATE place, event, chain, sent");
    log.append(Events.append("#a", 1, 1)).await();
  }

  @AfterEach
  void close() throws Exception {
    execute("DROP TRIGGER IF EXISTS waits ON event");
    execute("DROP FUNCTION IF EXISTS wait");
    direct.close();
    store.close().await();
    vertx.close().await();
    cable.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = direct.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) {
    try (Statement statement = direct.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void letCommitsWait() throws SQLException {
    execute(
        "CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN PERFORM pg_advisory_xact_lock("
            + LOCK
            + "); RETURN NULL; END $$");
    execute(
        "CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED"
            + " FOR EACH ROW EXECUTE FUNCTION wait()");
    execute("SELECT pg_advisory_lock(" + LOCK + ")");
  }

  private Long waiting() {
    return count(
        "SELECT COUNT(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND objid = "
            + LOCK);
  }

  private List<Long> sequences(List<Event> events) {
    return events.stream().map(event -> event.stamp().seq()).toList();
  }

  @Test
  void aCommitThatIsStillUnderWayComesToNothingAndNeverComesTrueLater() throws Exception {
    letCommitsWait();
    Future<Void> lost = log.append(Events.append("#a", 1, 2));
    await().until(() -> waiting() == 1);
    cable.cut();
    assertThatThrownBy(lost::await).isInstanceOf(Doubtful.class);
    assertThat(sequences(log.after(1, 1).await())).isEmpty();
    assertThat(waiting()).isZero();
    execute("SELECT pg_advisory_unlock(" + LOCK + ")");
    log.append(Events.append("#a", 1, 2)).await();
    assertThat(sequences(log.after(1, 0).await())).containsExactly(1L, 2L);
  }

  @Test
  void aCommitOfWhichOnlyTheAnswerIsLostIsThere() throws Exception {
    letCommitsWait();
    Future<Void> lost = log.append(Events.append("#a", 1, 2));
    await().until(() -> waiting() == 1);
    cable.swallowAnswers();
    execute("SELECT pg_advisory_unlock(" + LOCK + ")");
    await().until(() -> count("SELECT COUNT(*) FROM event") == 2);
    cable.cut();
    assertThatThrownBy(lost::await).isInstanceOf(Doubtful.class);
    assertThat(sequences(log.after(1, 1).await())).containsExactly(2L);
    assertThat(count(WRITERS)).as("the old one is gone").isEqualTo(1);
    log.append(Events.append("#a", 1, 3)).await();
  }

  @Test
  void whoseConnectionWasCutBeforeTheCommitHoldsNobodyUp() throws Exception {
    execute("BEGIN");
    execute("LOCK TABLE event IN SHARE MODE");
    Future<Void> lost = log.append(Events.append("#a", 1, 2));
    await().until(() -> count("SELECT COUNT(*) FROM pg_locks WHERE NOT granted") == 1);
    cable.cut();
    assertThatThrownBy(lost::await).isInstanceOf(Unavailable.class);
    execute("COMMIT");
    log.append(Events.append("#a", 1, 2)).await();
    assertThat(sequences(log.after(1, 0).await())).containsExactly(1L, 2L);
  }
}
