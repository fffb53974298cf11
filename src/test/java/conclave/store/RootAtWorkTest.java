package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.StoreCommand;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Root works in the folder of a server that is not root: the server can read all of it after. */
class RootAtWorkTest {
  private static final String UID = "unix:uid";
  private static final int SOMEBODY = 65_534;

  private final Vertx vertx = Vertx.vertx();
  private final StringWriter said = new StringWriter();
  @TempDir Path data;
  @TempDir Path elsewhere;

  @BeforeEach
  void giveTheFolderToSomebody() throws IOException {
    assumeTrue(Integer.valueOf(0).equals(Files.getAttribute(data, UID)), "this is not root");
    Files.setAttribute(data, UID, SOMEBODY);
  }

  @AfterEach
  void closeVertx() {
    vertx.close().await();
  }

  private void store(String what, String... more) {
    PrintWriter out = new PrintWriter(said, true);
    String[] words =
        Stream.concat(
                Stream.of(what, "--data", data.toString(), "--set", "log.level=error"),
                Stream.of(more))
            .toArray(String[]::new);
    int code = new CommandLine(new StoreCommand()).setOut(out).setErr(out).execute(words);
    assertThat(code).as(said.toString()).isZero();
  }

  private void fill() {
    Store store = new Folder(vertx, data).open();
    store.roomLog().append(Events.append("#a", 1, 1, 2, 3)).await();
    store.close().await();
  }

  private Set<Object> ownersOfFiles() throws IOException {
    Set<Object> owners = new HashSet<>();
    try (Stream<Path> all = Files.list(data)) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        owners.add(Files.getAttribute(one, UID));
      }
    }
    return owners;
  }

  @Test
  void anotherKeyIsTheServers() throws Exception {
    fill();
    store("rekey");
    assertThat(ownersOfFiles()).containsExactly(SOMEBODY);
  }

  @Test
  void aCopyThatIsRestoredOnANewMachineIsTheServers() throws Exception {
    fill();
    Path copy = elsewhere.resolve("copy.db");
    store("backup", copy.toString());
    for (String lost : new String[] {"conclave.db", "conclave.lock"}) {
      Files.delete(data.resolve(lost));
    }
    store("restore", copy.toString());
    assertThat(ownersOfFiles()).containsExactly(SOMEBODY);
  }

  @Test
  void aCopyForSomewhereElseStaysRoots() throws Exception {
    fill();
    Path copy = elsewhere.resolve("copy.db");
    store("backup", copy.toString());
    assertThat(Files.getAttribute(copy, UID)).isEqualTo(0);
  }
}
