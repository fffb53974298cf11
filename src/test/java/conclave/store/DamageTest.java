package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import conclave.StoreVerify;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an operator is told when the file of the store can't be used. */
class DamageTest {
  private static final int PAGE = 4_096;

  private final Vertx vertx = Vertx.vertx();
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void fill() {
    folder = new Folder(vertx, path);
    Store store = folder.open();
    long[] seqs = LongStream.rangeClosed(1, 2_000).toArray();
    store.roomLog().append(Events.append("#a", 1, seqs)).await();
    store.close().await();
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  private Path file() {
    return path.resolve("conclave.db");
  }

  /** Overwrites some pages of the database. */
  private void damage(int firstPage, int pages) throws IOException {
    try (RandomAccessFile database = new RandomAccessFile(file().toFile(), "rw")) {
      database.seek((long) (firstPage - 1) * PAGE + 100);
      database.write(new byte[pages * PAGE - 100]);
    }
  }

  @Test
  void aDamagedFileIsNamedAtTheStart() throws Exception {
    damage(1, 1);
    assertThatThrownBy(folder::open)
        .isInstanceOf(StoreUnavailable.class)
        .hasMessage(
            file()
                + " can't be used as the store: it is damaged, or no SQLite database;"
                + " put a copy of it back");
  }

  @Test
  void verificationFindsDamageThatAStartDoesNotMeet() throws Exception {
    damage(40, 30);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new StoreVerify())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute("--data", path.toString(), "--set", "log.level=error");
    assertThat(code).isEqualTo(1);
    assertThat(err.toString() + out).containsAnyOf("it is damaged", "NOT as it was written");
  }

  @Test
  void whoHoldsTheFileLockedIsToldApart() throws SQLException {
    Embedded engine = new Embedded(path);
    try (Connection holder = connect();
        Statement holding = holder.createStatement();
        Connection other = connect();
        Statement wanting = other.createStatement()) {
      holding.execute("BEGIN IMMEDIATE");
      SQLException busy =
          catchThrowableOfType(SQLException.class, () -> wanting.execute("BEGIN IMMEDIATE"));
      assertThat(engine.unavailable(busy))
          .hasMessage(
              "another program holds " + file() + " locked: nothing can be kept until it ends");
    }
  }

  @Test
  void aFullDiskIsToldApart() throws SQLException {
    Embedded engine = new Embedded(path);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA max_page_count = 1");
      SQLException full =
          catchThrowableOfType(
              SQLException.class,
              () -> statement.execute("CREATE TABLE more AS SELECT * FROM event"));
      assertThat(engine.unavailable(full))
          .hasMessage(
              "the disk is full: nothing more can be kept in " + file() + " until there is room");
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file() + "?busy_timeout=0");
  }
}
