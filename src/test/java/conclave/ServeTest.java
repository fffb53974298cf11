package conclave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeTest {
  @TempDir private Path folder;

  @Test
  void aNodeThatCantBeOneHereSaysSoBeforeAnythingStarts() throws IOException {
    for (String name : List.of("a.pem", "a.key", "ca.pem")) {
      Files.writeString(folder.resolve(name), "none");
    }
    Path config =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            store: {url: "postgresql://conclave@[::1]:1/conclave"}
            cluster:
              enabled: true
              node: a
              listen: "[2001:db8::7]:7800"
              peers: ["[2001:db8::7]:7800"]
              certificate: a.pem
              key: a.key
              ca: ca.pem
            """);
    StringWriter said = new StringWriter();
    int code =
        new CommandLine(new Serve())
            .setErr(new PrintWriter(said, true))
            .execute("--config", config.toString(), "--data", folder.resolve("data").toString());
    assertThat(code).isEqualTo(2);
    assertThat(said.toString().lines())
        .hasSize(4)
        .anyMatch(line -> line.startsWith("cluster.key: ") && line.contains("no private key"))
        .anyMatch(
            line -> line.startsWith("cluster.listen: [2001:db8::7]:7800 can't be listened on: "))
        .anyMatch(line -> line.startsWith("cluster.bus-listen: [2001:db8::7]:7801 "));
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
