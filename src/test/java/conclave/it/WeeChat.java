package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WeeChat without a screen: lines are typed into its pipe, and what it shows is in its logs. They
 * are in a folder of its own, and nothing of the user's is read.
 */
final class WeeChat implements ForeignClient {
  private final Path home;
  private final Console process;
  private final OutputStream pipe;

  private WeeChat(Path home, Console process, OutputStream pipe) {
    this.home = home;
    this.process = process;
    this.pipe = pipe;
  }

  /**
   * Starts it and connects it, by TLS with the server's certificate pinned.
   *
   * @param options of {@code /server add}
   */
  static WeeChat start(Path home, Door door, String nick, String... options) {
    Path fifo = home.resolve("pipe");
    String pin = door.fingerprint().replace(":", "");
    List<String> words = new ArrayList<>(List.of("weechat-headless", "--dir", home.toString()));
    for (String command :
        List.of(
            "/set logger.file.flush_delay 0",
            "/set irc.server_default.anti_flood_prio_high 0",
            "/set irc.server_default.anti_flood_prio_low 0",
            "/set fifo.file.path " + fifo,
            "/server add conclave ::1/%d -nicks=%s -username=%s -ssl -ssl_fingerprint=%s %s"
                .formatted(door.port(), nick, nick, pin, String.join(" ", options)),
            "/connect conclave")) {
      words.addAll(List.of("--run-command", command));
    }
    Console process = Console.run(words, Map.of("LC_ALL", "C.UTF-8"));
    try {
      await().atMost(Peer.PATIENCE).until(() -> Files.exists(fifo));
      return new WeeChat(home, process, new FileOutputStream(fifo.toFile()));
    } catch (IOException e) {
      process.close();
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void type(String line) {
    try {
      pipe.write(("*" + line + "\n").getBytes(StandardCharsets.UTF_8));
      pipe.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void awaitShown(String text) {
    await().atMost(Peer.PATIENCE).untilAsserted(() -> assertThat(shown()).contains(text));
  }

  /** All that it has shown, with times and names. */
  String shown() {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> logs = Files.walk(home.resolve("logs"))) {
      for (Path log : logs.filter(Files::isRegularFile).sorted().toList()) {
        all.append(Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toString();
  }

  @Override
  public void close() {
    process.close();
    try {
      pipe.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
