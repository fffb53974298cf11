package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave send} and {@code conclave tail}, as scripts use them. */
class ScriptIT {
  @TempDir Path folder;
  private RunningServer server;
  private Peer bob;

  @BeforeEach
  void start() throws IOException {
    server = RunningServer.start(folder.resolve("data"));
    server.door().account("bot");
    bob = server.door().newPlain("bob");
    bob.send("/join ops").await("In #ops: *");
    Path own = Files.createDirectories(folder.resolve("home/conclave"));
    Files.writeString(own.resolve("secret"), Door.PASSWORD + "\n");
    Files.writeString(
        own.resolve("client.yaml"),
        """
        profiles:
          test:
            server: bot@[::1]:%d
            pin: "%s"
            password-file: secret
        """
            .formatted(server.door().port(), server.fingerprint()));
  }

  @AfterEach
  void stop() {
    bob.close();
    server.close();
  }

  @Test
  void aWordIsSaidAndStoredBeforeTheEnd() {
    try (Console send = conclave("send", "#ops", "deploy", "done")) {
      assertThat(send.exitCode()).isZero();
      assertThat(send.lines()).isEmpty();
    }
    bob.await("[*] #ops bot: deploy done");
  }

  @Test
  void linesAreSaidAsTheyCome() {
    try (Console send = conclave("send", "#ops")) {
      send.type("one");
      bob.await("[*] #ops bot: one");
      send.type("/not a command");
      bob.await("[*] #ops bot: /not a command");
      send.typeEnd();
      assertThat(send.exitCode()).isZero();
    }
  }

  @Test
  void whatCannotBeSaidFails() {
    bob.send("/mode ops +i").skipAll();
    try (Console send = conclave("send", "#ops", "let me in")) {
      assertThat(send.exitCode()).isEqualTo(1);
      assertThat(send.lines()).anyMatch(line -> line.startsWith("! "));
    }
    try (Console send = conclave("send", "nobody-here", "hi")) {
      assertThat(send.exitCode()).isEqualTo(1);
      assertThat(send.lines()).anyMatch(line -> line.contains("Not said: hi"));
    }
    try (Console send = conclave("send")) {
      assertThat(send.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void whatIsSaidIsReadByPrograms() {
    bob.send("before");
    try (Console tail = conclave("tail", "--json", "--new", "-n", "2", "#ops")) {
      bob.await("[*] #ops bot came in");
      bob.send("one \u001b[2J \"two\"");
      bob.send("/me waves");
      assertThat(tail.exitCode()).isZero();
      assertThat(tail.lines()).hasSize(2);
      assertThat(tail.lines().get(0))
          .contains("\"target\":\"#ops\",\"who\":\"bob\"", "\\\"two\\\"", "\"manner\":\"message\"")
          .doesNotContain("\u001b");
      assertThat(tail.lines().get(1)).contains("\"text\":\"waves\",\"manner\":\"action\"");
    }
  }

  @Test
  void thePastComesFirst() {
    bob.send("said before");
    bob.skipAll();
    try (Console tail = conclave("tail", "-n", "1", "#ops")) {
      tail.await("[*] #ops bob: said before");
      assertThat(tail.exitCode()).isZero();
    }
  }

  private Console conclave(String... arguments) {
    String home = folder.resolve("home").toString();
    List<String> words = new ArrayList<>(List.of(arguments));
    return Console.conclave(
        Map.of("HOME", home, "XDG_CONFIG_HOME", home), words.toArray(new String[0]));
  }
}
