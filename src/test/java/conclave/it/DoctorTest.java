package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.DoctorCommand;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conclave doctor}, beside a server and without one. */
class DoctorTest {
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();

  private int doctor(String... more) {
    List<String> words = new ArrayList<>(List.of("--data", folder.resolve("data").toString()));
    words.addAll(List.of("--set", "status.listen=none", "--set", "limits.connections=100"));
    words.addAll(Arrays.asList(more));
    out.getBuffer().setLength(0);
    return new CommandLine(new DoctorCommand())
        .setOut(new PrintWriter(out))
        .execute(words.toArray(String[]::new));
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  @Test
  void aNewServerHasNoProblem() {
    assertThat(doctor("--set", "server.listen=[::1]:0")).as("%s", lines()).isZero();
    assertThat(lines())
        .startsWith("ok       configuration: (no file)", "ok       server.listen: [::1]:0 is free")
        .contains("ok       store: there is none yet: the first start makes it")
        .last()
        .asString()
        .startsWith("0 problems, ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void ofARunningServerPortCertificateAndStoreAreKnown() throws Exception {
    try (RunningServer server = RunningServer.start(folder.resolve("data"));
        Peer ann = server.door().newIrc("ann", "echo-message")) {
      ann.send("JOIN #den").await("* 366 *");
      String listen = "server.listen=[::1]:" + server.door().port();
      assertThat(doctor("--set", listen)).as("%s", lines()).isZero();
      assertThat(lines().get(1))
          .endsWith(
              " is the running server's, and shows the certificate of "
                  + folder.resolve("data/tls/certificate.pem"));
      assertThat(lines()).anyMatch(line -> line.endsWith("conclave.db answers"));

      RunningServer.start(folder.resolve("other")).close();
      for (String name : List.of("certificate.pem", "key.pem")) {
        Files.copy(
            folder.resolve("other/tls").resolve(name),
            folder.resolve("data/tls").resolve(name),
            StandardCopyOption.REPLACE_EXISTING);
      }
      doctor("--set", listen);
      assertThat(lines().get(1))
          .startsWith("warning  server.listen: ")
          .contains(" shows another certificate than that of ");
      ann.send("PRIVMSG ann :still here").await("* :still here");
    }
  }

  @Test
  void aStoreWithoutItsKeyIsAProblemAndProgramsCanReadIt() throws Exception {
    RunningServer.start(folder.resolve("data")).close();
    Files.delete(folder.resolve("data/store.key"));
    assertThat(doctor("--set", "server.listen=[::1]:0", "--json")).isEqualTo(1);
    assertThat(lines().stream().map(JsonObject::new))
        .allMatch(json -> json.containsKey("level") && json.containsKey("subject"))
        .anyMatch(
            json ->
                json.getString("level").equals("problem")
                    && json.getString("subject").equals("store")
                    && json.getString("text").contains("is missing: put it back from its copy")
                    && json.containsKey("todo"));
  }

  @Test
  void aConfigurationThatIsNoneIsTheOnlyProblem() throws Exception {
    Path file = Files.writeString(folder.resolve("conclave.yaml"), "limits: {ping: soon}\n");
    assertThat(doctor("--config", file.toString())).isEqualTo(1);
    assertThat(lines()).hasSize(2).first().asString().contains("limits.ping: \"soon\"");
  }
}
