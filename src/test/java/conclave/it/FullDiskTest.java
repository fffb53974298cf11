package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that really gets full; where this user may not mount one, there is nothing to see. */
class FullDiskTest {
  private static final String TEXT = "x".repeat(300);

  @TempDir Path disk;

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(runs("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()));
  }

  @AfterEach
  void unmount() throws Exception {
    runs("umount", disk.toString());
  }

  private static boolean runs(String... words) throws Exception {
    try {
      return new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such program
    }
  }

  private void fill(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) {
        out.write(new byte[4_096]);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
  }

  @Test
  @Timeout(120)
  void whatCannotBeKeptIsRefusedAndWhatWasEchoedIsThereAfterwards() throws Exception {
    Path filler = disk.resolve("filler");
    List<String> kept = new ArrayList<>();
    try (RunningServer server = RunningServer.start(disk.resolve("data"))) {
      Peer alice = server.door().newIrc("alice", "echo-message");
      alice.send("JOIN #den").await(":* 366 *");
      fill(filler);
      int number = 0;
      while (says(alice, ++number)) {
        kept.add("m" + number);
      }
      assertThat(says(alice, ++number)).isFalse();
      Files.delete(filler);
      while (!says(alice, ++number)) {
        Thread.onSpinWait();
      }
      kept.add("m" + number);
      alice.send("VERIFY #den");
      alice.await(":* NOTE VERIFY LOG_UNALTERED #den :*");
    }
    try (RunningServer server =
        RunningServer.start(
            disk.resolve("data"), "history.page-size=1000", "history.replay-on-join=0")) {
      Peer bob = server.door().newIrc("bob");
      bob.send("JOIN #den").await(":* 366 *");
      bob.send("CHATHISTORY LATEST #den * 1000");
      for (String text : kept) {
        bob.await("* PRIVMSG #den :* " + text + " x*");
      }
    }
  }

  /** Was it echoed? Else it was refused. */
  private static boolean says(Peer peer, int number) {
    peer.send("PRIVMSG #den :m" + number + " " + TEXT);
    String line = peer.await("*");
    if (line.contains(" PRIVMSG #den :m" + number + " ")) {
      return true;
    }
    assertThat(line).contains("UNAVAILABLE");
    return false;
  }
}
