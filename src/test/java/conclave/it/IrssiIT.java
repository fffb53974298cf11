package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** irssi, an IRC client of other people, in a terminal of its own. */
class IrssiIT {
  @TempDir Path folder;

  @BeforeAll
  static void needsIrssi() {
    Installed.orSkip("irssi", "tmux");
  }

  @AfterEach
  void closeTerminal() throws IOException, InterruptedException {
    tmux("kill-server");
  }

  @Test
  void irssiLogsInTalksAndLeaves() throws IOException, InterruptedException {
    try (RunningServer server = RunningServer.start(folder.resolve("data"))) {
      server.door().account("irma");
      try (Peer bob = server.door().newPlain("bob")) {
        bob.send("/join lobby");
        bob.await("In #lobby: *");
        open(server.door());
        bob.await("[*] #lobby irma came in");
        type("/window goto #lobby");
        awaitScreen("[#lobby]");
        type("Hello from irssi");
        bob.expect("[*] #lobby irma: Hello from irssi");
        bob.send("Hello to irssi");
        awaitScreen("bob> Hello to irssi");
        awaitScreen("irma> Hello from irssi");
        type("/me waves");
        bob.await("[*] #lobby * irma waves");
        type("/topic Clients of all kinds");
        bob.await("[*] #lobby irma set the topic: Clients of all kinds");
        bob.send("/topic");
        bob.expect("#lobby is about: Clients of all kinds");
        type("/msg bob Just for you");
        bob.expect("[*] -> bob irma: Just for you");
        type("/part #lobby That was it");
        bob.await("[*] #lobby irma left (That was it)");
        type("/join #lobby");
        bob.await("[*] #lobby irma came in");
        type("/quit Goodbye");
        bob.await("[*] irma quit (Quit: Goodbye)");
      }
    }
  }

  private void open(Door door) throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("irssi"));
    Files.writeString(
        home.resolve("config"),
        """
        servers = (
          { address = "::1"; chatnet = "test"; port = "%d"; family = "inet6";
            use_tls = "yes"; tls_verify = "no"; autoconnect = "yes"; }
        );
        chatnets = {
          test = { type = "IRC"; nick = "irma"; sasl_mechanism = "PLAIN";
                   sasl_username = "irma"; sasl_password = "%s"; };
        };
        channels = ( { name = "#lobby"; chatnet = "test"; autojoin = "yes"; } );
        settings = {
          core = { real_name = "Irma"; user_name = "irma"; nick = "irma"; };
          "irc/core" = { cmd_queue_speed = "10msec"; cmds_max_at_once = "100"; };
        };
        """
            .formatted(door.port(), Door.PASSWORD));
    tmux("-f", "/dev/null", "new-session", "-d", "-x", "200", "-y", "50", "irssi --home=" + home);
  }

  private void type(String line) throws IOException, InterruptedException {
    tmux("send-keys", "-l", line);
    tmux("send-keys", "Enter");
  }

  private void awaitScreen(String text) {
    await()
        .atMost(Peer.PATIENCE)
        .untilAsserted(() -> assertThat(tmux("capture-pane", "-p")).contains(text));
  }

  /** Runs a command of a tmux server that is this test's alone; what it prints. */
  private String tmux(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("tmux", "-S", folder.resolve("tmux").toString()));
    words.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().put("TERM", "screen");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().remove("TMUX");
    Process process = builder.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", words, printed).isNotNegative();
    return printed;
  }
}
