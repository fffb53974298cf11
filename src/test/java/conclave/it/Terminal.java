package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a terminal of its own: a tmux server that is this one's alone. */
final class Terminal implements ForeignClient {
  private final Path socket;

  private Terminal(Path socket) {
    this.socket = socket;
  }

  /**
   * Opens a terminal.
   *
   * @param command for a shell
   */
  static Terminal open(Path socket, String command) {
    Terminal terminal = new Terminal(socket);
    terminal.tmux("-f", "/dev/null", "new-session", "-d", "-x", "200", "-y", "50", command);
    return terminal;
  }

  @Override
  public void type(String line) {
    tmux("send-keys", "-l", line);
    tmux("send-keys", "Enter");
  }

  /** Types a part of a line. */
  void put(String text) {
    tmux("send-keys", "-l", text);
  }

  /** Presses keys, by the names that tmux has for them. */
  void press(String... keys) {
    for (String key : keys) {
      tmux("send-keys", key);
    }
  }

  /** Pastes, as a terminal does that brackets what is pasted. */
  void paste(String text) {
    tmux("set-buffer", text);
    tmux("paste-buffer", "-p");
  }

  @Override
  public void awaitShown(String text) {
    await().atMost(Peer.PATIENCE).untilAsserted(() -> assertThat(shown()).contains(text));
  }

  void awaitGone(String text) {
    await().atMost(Peer.PATIENCE).untilAsserted(() -> assertThat(shown()).doesNotContain(text));
  }

  /** What is on the screen. */
  String shown() {
    return tmux("capture-pane", "-p");
  }

  /** Runs a command of that tmux server, which must not fail; what it prints. */
  private String tmux(String... command) {
    Ended ended = run(command);
    assertThat(ended.exitCode()).as("%s: %s", List.of(command), ended.printed()).isZero();
    return ended.printed();
  }

  private record Ended(int exitCode, String printed) {}

  private Ended run(String... command) {
    List<String> words = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
    words.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("TERM", "screen");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("TMUX");
    try {
      Process process = builder.start();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("kill-server"); // which may be gone with the program
  }
}
