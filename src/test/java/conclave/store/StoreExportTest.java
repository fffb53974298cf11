package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.StoreCommand;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conclave store export}, as an operator has it. */
class StoreExportTest {
  private final Vertx vertx = Vertx.vertx();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir Path path;
  @TempDir Path elsewhere;
  private Folder folder;

  @BeforeEach
  void useTheFolder() {
    folder = new Folder(vertx, path);
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  private int export(Object... more) {
    List<String> words = new ArrayList<>(List.of("export", "--data", path.toString()));
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

  private static List<String> texts(String lines) {
    return lines.lines().map(line -> new JsonObject(line).getString("text")).toList();
  }

  @Test
  void aRoomIsPrintedWhileTheServerRuns() {
    Store store = filled();
    assertThat(export("A")).isZero();
    assertThat(texts(out.toString())).containsExactly("message 1", "message 2", "message 3");
    assertThat(err.toString()).isEmpty();
    store.close().await();
  }

  @Test
  void aDayIsFromMidnightToMidnight() {
    filled().close().await();
    assertThat(export("#a", "--since", "2027-01-15", "--until", "2027-01-15T08:00:00.003Z"))
        .isZero();
    assertThat(texts(out.toString())).containsExactly("message 1", "message 2");
    out.getBuffer().setLength(0);
    assertThat(export("#a", "--since", "2027-01-16")).isZero();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aFileIsItsOwnersAloneAndWhole() throws Exception {
    filled().close().await();
    Path file = elsewhere.resolve("a.jsonl");
    assertThat(export("#a", file)).isZero();
    assertThat(texts(Files.readString(file))).hasSize(3);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(out.toString()).isEmpty();
    assertThat(export("#a", file)).isEqualTo(2);
    assertThat(err.toString()).contains(file + " is there already: name a new file");
    assertThat(export("#a", elsewhere.resolve("none/a"))).isEqualTo(1);
    assertThat(err.toString()).contains("none/a can't be written: ");
    try (Stream<Path> all = Files.list(elsewhere)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void whatCanNotBeReadIsCounted() {
    filled().close().await();
    folder.tamper("UPDATE event SET kind = 5 WHERE seq = 2");
    assertThat(export("#a")).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(3);
    assertThat(err.toString()).startsWith("conclave: 1 event can't be read");
  }

  @Test
  void whatCanNotBeDoneIsSaid() throws Exception {
    assertThat(export("#a")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no store in ");
    filled().close().await();
    assertThat(export("#none")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no log of #none");
    assertThat(export("a,b")).isEqualTo(2);
    assertThat(err.toString()).contains("a room can't be called a,b");
    assertThat(export("#a", "--since", "yesterday")).isEqualTo(2);
    assertThat(err.toString()).contains("'yesterday' is no day or time, such as 2026-11-29");
    Files.delete(path.resolve("store.key"));
    assertThat(export("#a")).isEqualTo(1);
    assertThat(err.toString()).contains("is missing: put it back from its copy");
  }
}
