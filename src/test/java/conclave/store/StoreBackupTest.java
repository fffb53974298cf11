package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.StoreCommand;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conclave store backup} and {@code restore}, as an operator has them. */
class StoreBackupTest {
  private final Vertx vertx = Vertx.vertx();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path path;
  @TempDir Path elsewhere;
  private Folder folder;
  private Path copy;

  @BeforeEach
  void useTheFolder() {
    folder = new Folder(vertx, path);
    copy = elsewhere.resolve("copy.db");
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  private int store(String what, Object... more) {
    List<String> words = new ArrayList<>(List.of(what, "--data", path.toString()));
    words.addAll(List.of("--set", "log.level=error"));
    Arrays.stream(more).map(Object::toString).forEach(words::add);
    return new CommandLine(new StoreCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words.toArray(String[]::new));
  }

  private Store filled() {
    Store store = folder.open();
    store.roomLog().append(Events.append("#a", 1, 1, 2, 3)).await();
    return store;
  }

  private static long lastTime(Store store) {
    return store.history().latest("#a", Optional.empty()).await().orElseThrow();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(path)) {
      return all.map(one -> one.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aCopyOfARunningServersStoreHasAllThatWasKeptBefore() throws Exception {
    Store store = filled();
    assertThat(store("backup", copy)).isZero();
    assertThat(out.toString())
        .startsWith("conclave: the store is copied to " + copy + ", " + Files.size(copy));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    store.roomLog().append(Events.append("#a", 1, 4)).await();
    store.close().await();

    assertThat(store("restore", copy)).isZero();
    assertThat(out.toString()).contains("conclave: restored, 1 log verified");
    store = folder.open();
    assertThat(lastTime(store)).isEqualTo(Events.stamp(1, 3).time());
    store.roomLog().append(Events.append("#a", 1, 4)).await();
    store.close().await();
    assertThat(store("verify")).isZero();
  }

  @Test
  void whatWasThereBeforeIsKept() throws Exception {
    filled().close().await();
    store("backup", copy);
    Store store = folder.open();
    store.roomLog().append(Events.append("#a", 1, 4)).await();
    store.close().await();
    assertThat(store("restore", copy)).isZero();
    String before = out.toString().lines().reduce((first, last) -> last).orElseThrow();
    assertThat(before).startsWith("conclave: what was there is in " + path.resolve("before-"));
    Path kept = Path.of(before.replaceFirst(".* is in ", ""));
    Files.move(
        kept.resolve("conclave.db"),
        path.resolve("conclave.db"),
        StandardCopyOption.REPLACE_EXISTING);
    store = folder.open();
    assertThat(lastTime(store)).isEqualTo(Events.stamp(1, 4).time());
    store.close().await();
  }

  @Test
  void anEmptyFolderWithTheKeyIsEnough() throws Exception {
    filled().close().await();
    store("backup", copy);
    Files.delete(path.resolve("conclave.db"));
    assertThat(store("restore", copy)).isZero();
    assertThat(names()).doesNotContain("restore.part");
    assertThat(names()).noneMatch(name -> name.startsWith("before-"));
    Store store = folder.open();
    assertThat(lastTime(store)).isEqualTo(Events.stamp(1, 3).time());
    store.close().await();
  }

  @Test
  void aCopyThatWasAlteredIsNotRestoredUnlessOneInsists() throws Exception {
    filled().close().await();
    store("backup", copy);
    byte[] before = Files.readAllBytes(path.resolve("conclave.db"));
    Folder away = new Folder(vertx, elsewhere);
    Files.move(copy, elsewhere.resolve("conclave.db"));
    away.tamper("DELETE FROM event WHERE seq = 2");
    Files.move(elsewhere.resolve("conclave.db"), copy);

    assertThat(store("restore", copy)).isEqualTo(1);
    assertThat(err.toString()).contains("1 of the 1 logs in the copy are NOT as they were written");
    assertThat(path.resolve("conclave.db")).hasBinaryContent(before);
    assertThat(names()).doesNotContain("restore.part");
    assertThat(store("restore", "--unverified", copy)).isZero();
    assertThat(store("verify")).isEqualTo(1);
  }

  @Test
  void aCopyOpensWithItsKeyAlone() throws Exception {
    filled().close().await();
    store("backup", copy);
    Files.delete(path.resolve("conclave.db"));
    Files.delete(path.resolve("store.key"));
    folder.open().close().await();
    assertThat(store("restore", copy)).isEqualTo(1);
    assertThat(err.toString()).contains("key");
  }

  @Test
  void aRunningServerKeepsItsStore() {
    Store store = filled();
    store("backup", copy);
    assertThat(store("restore", copy)).isEqualTo(1);
    assertThat(err.toString()).contains("another Conclave server uses the data folder");
    store.close().await();
  }

  @Test
  void whatCanNotBeDoneIsSaid() throws Exception {
    assertThat(store("backup", copy)).isEqualTo(1);
    assertThat(err.toString()).contains("there is no store in ");
    filled().close().await();
    assertThat(store("backup", elsewhere.resolve("none/copy.db"))).isEqualTo(1);
    assertThat(err.toString()).contains("there is no folder ");
    Files.writeString(copy, "mine");
    assertThat(store("backup", copy)).isEqualTo(1);
    assertThat(err.toString()).contains(copy + " is there already: name a new file");
    assertThat(copy).hasContent("mine");
    assertThat(store("restore", copy)).isEqualTo(1);
    assertThat(err.toString()).contains("no SQLite database");
    assertThat(store("restore", elsewhere.resolve("none"))).isEqualTo(1);
    assertThat(err.toString()).contains("there is no copy of a store in ");
    String url = "store.url=postgresql://nobody@localhost:1/none";
    assertThat(store("backup", "--set", url, elsewhere.resolve("pg"))).isEqualTo(1);
    assertThat(err.toString()).contains("PostgreSQL's own pg_dump");
    assertThat(store("restore", "--set", url, copy)).isEqualTo(1);
    assertThat(err.toString()).contains("PostgreSQL's own pg_restore");
  }
}
