package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The key of an embedded store is changed. */
class RekeyTest {
  private static final int MANY = 20_000;

  private final Vertx vertx = Vertx.vertx();
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

  private void fill(int events) {
    Store store = folder.open();
    long[] seqs = LongStream.rangeClosed(1, events).toArray();
    store.roomLog().append(Events.append("#room", 7, seqs)).await();
    store.close().await();
  }

  private int messages() {
    Store store = folder.open();
    int count = store.history().messages("#room", Long.MAX_VALUE, MANY * 2).await().size();
    store.close().await();
    return count;
  }

  @Test
  void theOldKeyOpensNothingAfterwards() throws Exception {
    fill(1_200);
    String old = Files.readString(folder.key());
    assertThat(folder.rekey().await()).isEqualTo(new Rekey.Result(1_200, 0));
    assertThat(folder.sealing().hasSeveralKeys()).isFalse();
    assertThat(messages()).isEqualTo(1_200);
    Files.writeString(folder.key(), old);
    assertThatThrownBy(folder::open).hasMessageContaining("is not the key with which");
  }

  @Test
  void whatPeopleSayOfThemselvesIsSealedAnew() throws Exception {
    Store before = folder.open();
    before.metadata().put("alice", "avatar", Optional.of("picture"), outcome -> {}).await();
    before.close().await();
    assertThat(folder.rekey().await()).isEqualTo(new Rekey.Result(1, 0));
    Store after = folder.open();
    assertThat(after.metadata().of("alice").await()).containsEntry("avatar", "picture");
    after.close().await();
  }

  @Test
  void itIsRefusedWhileAServerRuns() throws Exception {
    Store store = folder.open();
    String before = Files.readString(folder.key());
    assertThatThrownBy(() -> folder.rekey().await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("another Conclave server uses the data folder");
    assertThat(Files.readString(folder.key())).isEqualTo(before);
    store.close().await();
  }

  @Test
  void aFolderWithoutAStoreIsLeftAlone() {
    Folder none = new Folder(vertx, path.resolve("none"));
    assertThatThrownBy(() -> none.rekey().await())
        .isInstanceOf(StoreUnavailable.class)
        .hasMessageContaining("there is no store in");
    assertThat(none.path()).doesNotExist();
  }

  @Test
  void aDamagedRowIsLeftAsItIs() {
    fill(3);
    folder.tamper("UPDATE event SET time = time + 1 WHERE seq = 2");
    assertThat(folder.rekey().await()).isEqualTo(new Rekey.Result(2, 1));
    assertThat(messages()).isEqualTo(2);
  }

  @Test
  @Timeout(180)
  void aKilledOneLosesNothingAndIsFinishedByTheNext() throws Exception {
    fill(MANY);
    killAfter("2000");
    assertThat(folder.sealing().hasSeveralKeys()).isTrue();
    assertThat(messages()).isEqualTo(MANY);
    assertThat(folder.rekey().await().rows()).isBetween(1L, MANY - 2_000L);
    assertThat(folder.sealing().hasSeveralKeys()).isFalse();
    assertThat(messages()).isEqualTo(MANY);
  }

  private void killAfter(String rows) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RekeyUntilKilled.class.getName(),
                path.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals(rows)) {
          process.toHandle().destroyForcibly();
        }
      }
    }
    process.waitFor();
  }
}
