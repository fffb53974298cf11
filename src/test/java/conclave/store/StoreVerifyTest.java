package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.StoreVerify;
import conclave.shard.RoomLog.Append;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conclave store verify}, as an operator has it. */
class StoreVerifyTest {
  private final Vertx vertx = Vertx.vertx();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path path;
  private Folder folder;

  @BeforeEach
  void useTheFolder() {
    folder = new Folder(vertx, path);
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  private int verify(String... more) {
    List<String> words =
        new ArrayList<>(List.of("--data", path.toString(), "--set", "log.level=error"));
    words.addAll(Arrays.asList(more));
    return new CommandLine(new StoreVerify())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words.toArray(String[]::new));
  }

  private Store filled() {
    Store store = folder.open();
    store.roomLog().append(Events.append("#a", 1, 1, 2, 3)).await();
    store.roomLog().append(Events.append("#b", 2, 1, 2)).await();
    store
        .roomLog()
        .append(new Append("alice bob", 3, Optional.empty(), List.of(Events.told(3, 1))))
        .await();
    return store;
  }

  @Test
  void whatIsAsItWasWrittenIsSaidInOneLine() {
    filled().close().await();
    assertThat(verify()).isZero();
    assertThat(out.toString().lines())
        .containsExactly("conclave: 3 logs verified: complete and unaltered");
  }

  @Test
  void whatIsNotIsNamedWhereverItIs() {
    filled().close().await();
    folder.tamper(
        "DELETE FROM event WHERE place = 1 AND seq = 2", "DELETE FROM event WHERE place = 3");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly(
            "#a: NOT as it was written: #2 is missing",
            "alice and bob: NOT as it was written: #1 is missing at the end",
            "conclave: 3 logs verified, 2 NOT as they were written");
  }

  @Test
  void oneRoomIsVerifiedWhileTheServerRuns() {
    Store store = filled();
    folder.tamper("DELETE FROM event WHERE place = 1");
    assertThat(verify("--room", "B")).isZero();
    assertThat(out.toString().lines())
        .containsExactly(
            "#b: complete and unaltered to #2", "conclave: 1 log verified: complete and unaltered");
    store.close().await();
  }

  @Test
  void aStateUnderAnotherRoomsNameIsFound() {
    Store store = folder.open();
    store.roomLog().append(Events.founded("#a", 1)).await();
    store.close().await();
    folder.tamper("UPDATE place SET key = '#x'");
    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(
            "#x: NOT as it was written: the room's state can't be read, or is that of another room");
  }

  @Test
  void whatCannotBeVerifiedIsAFailureAndSaysWhy() {
    assertThat(verify()).isEqualTo(1);
    assertThat(err.toString()).startsWith("conclave: there is no store in ");
    filled().close().await();
    assertThat(verify("--room", "#none")).isEqualTo(1);
    assertThat(err.toString()).endsWith("there is no log of #none" + System.lineSeparator());
    assertThat(verify("--room", "a,b")).isEqualTo(2);
    assertThat(err.toString()).contains("a room can't be called a,b");
    folder.tamper("DELETE FROM meta WHERE name = 'chain'");
    assertThat(verify()).isEqualTo(1);
    assertThat(err.toString()).contains("has no chains yet: start a server of this release on it");
  }
}
