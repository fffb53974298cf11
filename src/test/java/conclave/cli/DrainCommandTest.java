package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DrainCommandTest {
  @TempDir Path data;
  private FakeControl server;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    server = new FakeControl(data);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private int drain(String... more) {
    String[] words = new String[more.length + 2];
    words[0] = "--data";
    words[1] = data.toString();
    System.arraycopy(more, 0, words, 2, more.length);
    return new CommandLine(new DrainCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  @Test
  void itEndsWhenTheServerHas() throws IOException {
    Process some = new ProcessBuilder("cat").start();
    server.answer("DRAIN 7", ":s NOTE DRAIN BEGUN " + some.pid() + " 7 :Soon");
    CompletableFuture<Void> ending =
        CompletableFuture.runAsync(
            () -> {
              await().until(() -> out.toString().contains("Soon"));
              some.destroy();
            });
    assertThat(drain("--in", "7")).isZero();
    assertThat(out.toString().lines()).containsExactly("Soon", "The server has ended");
    ending.join();
  }

  @Test
  void aServerWhoseProcessCanNotBeSeenIsNotWaitedFor() {
    server.answer("DRAIN 0", ":s NOTE DRAIN BEGUN " + Long.MAX_VALUE + " 0 :Now");
    assertThat(drain()).isZero();
    assertThat(out.toString().lines()).containsExactly("Now");
  }

  @Test
  void aRefusalIsAFailure() {
    server.answer("DRAIN 9999", ":s FAIL DRAIN INVALID_PARAMS :In how many seconds?");
    assertThat(drain("--in", "9999")).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("conclave: In how many seconds?" + System.lineSeparator());
  }
}
