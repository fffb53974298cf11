package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running server reads its configuration again, as an operator of the machine has it do. */
class ReloadIT {
  @TempDir Path folder;

  private List<String> reload(int exitCode) {
    String data = folder.resolve("data").toString();
    try (Console console = Console.conclave(Map.of(), "reload", "--data", data)) {
      assertThat(console.exitCode()).as("%s", console.lines()).isEqualTo(exitCode);
      return console.lines();
    }
  }

  @Test
  void aSignalAndACommandDoIt() throws IOException {
    Path file = Files.writeString(folder.resolve("conclave.yaml"), "rooms: {max-per-user: 7}\n");
    assertThat(reload(1))
        .containsExactly("conclave: no server runs with the data folder " + folder.resolve("data"));
    try (ServerProcess server = ServerProcess.configured(folder.resolve("data"), file);
        Peer ann = server.door().newIrc("ann")) {
      Files.writeString(file, "rooms: {max-per-user: 3}\n");
      server.console().signal("HUP");
      server.console().await("*INFO *(SIGHUP); changed and in effect: [rooms.max-per-user];*");
      ann.expect(":conclave.local 005 ann CHANLIMIT=#:3 :*");
      assertThat(reload(0)).containsExactly("The configuration was read again: nothing changed");
      Files.writeString(file, "rooms: {max-per-user: 4}\nserver: {name: other.example}\n");
      assertThat(reload(0))
          .containsExactly(
              "rooms.max-per-user: changed, and in effect",
              "server.name: changed, and needs a restart",
              "The configuration was read again: done");
      Files.writeString(file, "rooms: {max-per-user: many}\n");
      assertThat(reload(2))
          .containsExactly(
              file + ":1: rooms.max-per-user: \"many\" is not a whole number from 1 to 100000",
              "Nothing was changed");
      server.console().signal("HUP");
      server.console().await("*WARN *" + file + ":1: rooms.max-per-user: *");
      ann.expect(":conclave.local 005 ann CHANLIMIT=#:4 :*");
      ann.expectNothingMore();
    }
  }
}
