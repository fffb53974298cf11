package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.StoreConfig;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {
  private static final int LINES = 1_500;

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void aKilledProcessLosesNoAcknowledgedEvent() throws Exception {
    Map<Long, Long> acknowledged = appendAndKill();
    assertThat(acknowledged).hasSize(AppendUntilKilled.ROOMS);
    Vertx vertx = Vertx.vertx();
    StoreConfig config = new StoreConfig("embedded", Optional.empty());
    Store store = Store.open(vertx, config, folder, 100).await();
    acknowledged.forEach(
        (room, last) -> {
          String key = "#r" + room;
          long seq = store.roomLog().load(key).await().orElseThrow().seq();
          assertThat(seq).isBetween(last, last + 1);
          assertThat(store.history().messages(key, Long.MAX_VALUE, LINES * 2).await())
              .hasSize((int) seq);
        });
    store.close().await();
    vertx.close().await();
  }

  private Map<Long, Long> appendAndKill() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                AppendUntilKilled.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<Long, Long> acknowledged = new HashMap<>();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      int lines = 0;
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (++lines == LINES) {
          process.toHandle().destroyForcibly(); // SIGKILL; what it had written can still be read
        }
        String[] words = line.split(" ", -1);
        if (words.length == 2 && words[0].matches("\\d+")) {
          acknowledged.merge(Long.valueOf(words[0]), Long.valueOf(words[1]), Math::max);
        }
      }
    }
    process.waitFor();
    return acknowledged;
  }
}
