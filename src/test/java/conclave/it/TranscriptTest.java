package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every file in {@code transcripts} happens over real TLS as it is written. */
class TranscriptTest {
  @TempDir static Path folder;

  private static final Map<List<String>, RunningServer> SERVERS = new HashMap<>();
  private static String motd;

  @BeforeAll
  static void writeMotd() throws IOException {
    motd = Files.writeString(folder.resolve("motd"), "Be kind.\nHave fun.\n").toString();
  }

  @TestFactory
  Stream<DynamicTest> happensAsWritten() throws IOException, URISyntaxException {
    Path files = Path.of(Objects.requireNonNull(getClass().getResource("/transcripts")).toURI());
    List<Transcript> all = new ArrayList<>();
    try (Stream<Path> found = Files.list(files)) {
      found
          .filter(file -> file.toString().endsWith(".chat"))
          .sorted()
          .forEach(file -> all.add(Transcript.read(file, all.size() + 1)));
    }
    assertThat(all).isNotEmpty();
    return all.stream().map(t -> DynamicTest.dynamicTest(t.name(), () -> happen(t)));
  }

  private static void happen(Transcript transcript) {
    RunningServer server =
        SERVERS.computeIfAbsent(transcript.settings(), TranscriptTest::serverWith);
    new Cast(server).play(transcript);
  }

  private static RunningServer serverWith(List<String> settings) {
    return RunningServer.start(
        folder.resolve("data" + SERVERS.size()),
        settings.stream().map(set -> set.replace("{motd}", motd)).toArray(String[]::new));
  }

  @AfterAll
  static void closeServers() {
    SERVERS.values().forEach(RunningServer::close);
    SERVERS.clear();
  }
}
