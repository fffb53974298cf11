package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are committed in one go, in a file of SQLite's. */
final class JdbcCommitsTest {
  private static final String ADD = "INSERT INTO said (seq, text) VALUES ($1, $2)";

  private final Vertx vertx = Vertx.vertx();
  @TempDir Path folder;
  private String url;
  private JdbcCommits commits;

  @BeforeEach
  void aTable() throws SQLException {
    url = "jdbc:sqlite:" + folder.resolve("some.db") + "?journal_mode=WAL";
    commits = new JdbcCommits(vertx, url);
    try (Connection c = DriverManager.getConnection(url);
        Statement statement = c.createStatement()) {
      statement.execute("CREATE TABLE said (seq INTEGER PRIMARY KEY, text TEXT NOT NULL)");
      statement.execute(
          "CREATE TABLE head (seq INTEGER REFERENCES said DEFERRABLE INITIALLY DEFERRED)");
    }
  }

  @AfterEach
  void close() {
    commits.close().await();
    vertx.close().await();
  }

  private List<String> kept() throws SQLException {
    try (Connection c = DriverManager.getConnection(url);
        Statement statement = c.createStatement();
        ResultSet found = statement.executeQuery("SELECT group_concat(text, ' ') FROM said")) {
      String all = found.getString(1);
      return all == null ? List.of() : List.of(all.split(" "));
    }
  }

  private static Rows adding(Tuple... rows) {
    return new Rows(ADD, List.of(rows));
  }

  @Test
  void allRowsOfAllStatementsAreThere() throws SQLException {
    Rows change = new Rows("UPDATE said SET text = $1 WHERE seq = $2", List.of(Tuple.of("b", 1)));
    commits.commit(List.of(adding(Tuple.of(1, "a"), Tuple.of(2, "c")), change)).await();
    commits.commit(List.of(adding(Tuple.of(3L, "d")))).await();
    assertThat(kept()).containsExactly("b", "c", "d");
  }

  @Test
  void ofRowsOfWhichOneIsRefusedNoneIsThereAndTheNextAre() throws SQLException {
    commits.commit(List.of(adding(Tuple.of(1, "a")))).await();
    List<Rows> bad = List.of(adding(Tuple.of(2, "b")), adding(Tuple.of(3, "c"), Tuple.of(1, "d")));
    assertThatThrownBy(() -> commits.commit(bad).await())
        .matches(Transactions::isRefusal, "is a refusal of rows");
    assertThat(kept()).containsExactly("a");
    commits.commit(List.of(adding(Tuple.of(2, "e")))).await();
    assertThat(kept()).containsExactly("a", "e");
  }

  @Test
  void aCommitThatFailsAtItsEndIsInDoubtAndNothingOfItComesTrueLater() throws SQLException {
    Rows orphan = new Rows("INSERT INTO head (seq) VALUES ($1)", List.of(Tuple.of(9)));
    JdbcCommits strict = new JdbcCommits(vertx, url + "&foreign_keys=true");
    List<Rows> bad = List.of(adding(Tuple.of(1, "a")), orphan);
    assertThatThrownBy(() -> strict.commit(bad).await())
        .isInstanceOf(Transactions.CommitUnheard.class);
    strict.commit(List.of(adding(Tuple.of(2, "b")))).await();
    assertThat(kept()).containsExactly("b");
    strict.close().await();
  }

  @Test
  void whateverElseGoesWrongNothingOfItComesTrueLater() throws SQLException {
    Rows broken = new Rows(ADD, Arrays.asList(Tuple.of(2, "b"), null));
    assertThatThrownBy(() -> commits.commit(List.of(adding(Tuple.of(1, "a")), broken)).await())
        .isInstanceOf(NullPointerException.class);
    commits.commit(List.of(adding(Tuple.of(3, "c")))).await();
    assertThat(kept()).containsExactly("c");
  }

  @Test
  void betweenCommitsOthersMayWrite() throws SQLException {
    commits.commit(List.of(adding(Tuple.of(1, "a")))).await();
    try (Connection c = DriverManager.getConnection(url + "&busy_timeout=0");
        Statement statement = c.createStatement()) {
      statement.execute("INSERT INTO said VALUES (2, 'b')");
    }
    commits.commit(List.of(adding(Tuple.of(3, "c")))).await();
    assertThat(kept()).containsExactly("a", "b", "c");
  }
}
