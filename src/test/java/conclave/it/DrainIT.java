package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave drain}, as an operator of the machine has it. */
class DrainIT {
  @TempDir Path folder;

  @Test
  void theServerEndsInOrderAndWhatWasEchoedIsThere() {
    String data = folder.resolve("data").toString();
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      Peer ann = server.door().newIrc("ann", "echo-message");
      ann.send("JOIN #den").await("* 366 *");
      for (int i = 0; i < 200; i++) {
        ann.send("PRIVMSG #den :m" + i);
      }
      ann.await("* :m199");
      try (Console console = Console.conclave(Map.of(), "drain", "--data", data)) {
        assertThat(console.exitCode()).as("%s", console.lines()).isZero();
        assertThat(console.lines())
            .containsExactly("This server closes now", "The server has ended");
      }
      ann.await("ERROR :The server is shutting down");
      ann.expectClosed();
      assertThat(server.console().exitCode()).isZero();
    }
    try (Console console = Console.conclave(Map.of(), "store", "export", "--data", data, "den")) {
      assertThat(console.exitCode()).isZero();
      List<String> messages =
          console.lines().stream().filter(line -> line.contains("\"kind\":\"message\"")).toList();
      assertThat(messages).hasSize(200).last().asString().contains("\"text\":\"m199\"");
    }
  }
}
