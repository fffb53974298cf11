package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.StoreCommand;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A copy that is made while people talk is a store, with all that they had seen echoed before. */
class BackupUnderLoadTest {
  private static final int TALKERS = 4;
  private static final int AT_ONCE = 25;
  private static final int BEFORE = 4_000;

  @TempDir Path folder;
  private final Set<String> echoed = ConcurrentHashMap.newKeySet();
  private final StringWriter out = new StringWriter();
  private volatile boolean isOver;

  private int store(String what, Path data, String... more) {
    List<String> words = new ArrayList<>(List.of(what, "--data", data.toString()));
    words.addAll(List.of(more));
    out.getBuffer().setLength(0);
    return new CommandLine(new StoreCommand())
        .setOut(new PrintWriter(out))
        .execute(words.toArray(String[]::new));
  }

  private void talk(Peer peer, String name) {
    for (int next = 0; !isOver; next += AT_ONCE) {
      List<String> texts = new ArrayList<>();
      for (int i = next; i < next + AT_ONCE; i++) {
        texts.add(name + " says " + i);
        peer.send("PRIVMSG #den :" + texts.get(texts.size() - 1));
      }
      for (String text : texts) {
        peer.await(":" + name + "!* PRIVMSG #den :" + text);
        echoed.add(text);
      }
    }
  }

  private Thread talker(Door door, String name) {
    Peer peer = door.newIrc(name, "echo-message");
    peer.send("JOIN #den").await("* 366 *");
    Thread thread = new Thread(() -> talk(peer, name), name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Test
  @Timeout(120)
  void whatWasEchoedBeforeItBeganIsInTheCopy() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    Set<String> before;
    try (RunningServer server = RunningServer.start(data, "history.replay-on-join=0")) {
      List<Thread> talkers = new ArrayList<>();
      for (int i = 0; i < TALKERS; i++) {
        talkers.add(talker(server.door(), "talker" + i));
      }
      await().atMost(Peer.PATIENCE).until(() -> echoed.size() >= BEFORE);
      before = Set.copyOf(echoed);
      assertThat(store("backup", data, copy.toString())).isZero();
      int atEnd = echoed.size();
      assertThat(atEnd).as("they talked meanwhile").isGreaterThan(before.size());
      await().atMost(Peer.PATIENCE).until(() -> echoed.size() > atEnd + AT_ONCE);
      isOver = true;
      for (Thread thread : talkers) {
        thread.join();
      }
    }
    Path drill = Files.createDirectories(folder.resolve("drill"));
    Files.copy(data.resolve("store.key"), drill.resolve("store.key"));
    assertThat(store("restore", drill, copy.toString())).isZero();
    assertThat(store("verify", drill)).isZero();
    assertThat(store("export", drill, "#den")).isZero();
    Set<String> restored =
        out.toString()
            .lines()
            .map(line -> new JsonObject(line).getString("text"))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    assertThat(restored).hasSizeGreaterThanOrEqualTo(BEFORE).containsAll(before);
    assertThat(echoed).hasSizeGreaterThan(restored.size());
  }
}
