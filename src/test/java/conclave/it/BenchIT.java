package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave bench}, as somebody uses it who wants to know. */
class BenchIT {
  private static final String[] SHORT = {"--warmup", "0.3", "--duration", "1", "--repeat", "1"};

  @TempDir Path folder;

  private Console bench(String name, String... arguments) {
    return Console.conclave(
        Map.of(),
        Stream.of(Stream.of("bench", name), Arrays.stream(SHORT), Arrays.stream(arguments))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static List<JsonNode> objects(Console console) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    for (String line : console.lines()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    return objects;
  }

  private static JsonNode phase(List<JsonNode> objects, String name) {
    return objects.stream()
        .filter(object -> object.get("phase").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aRoomIsFannedOutByAServerOfItsOwnOfWhichNothingIsLeft() throws IOException {
    String own = folder.toString();
    try (Console bench =
        bench("fan-out", "--clients", "20", "--senders", "3", "--json", "--data-in", own)) {
      assertThat(bench.exitCode()).as(bench::text).isZero();
      List<JsonNode> objects = objects(bench);
      assertThat(objects)
          .extracting(object -> object.get("phase").asText())
          .containsExactly("connect", "join", "messages", "all");
      JsonNode messages = phase(objects, "messages");
      long sent = messages.get("messages_sent").asLong();
      assertThat(sent).isPositive();
      assertThat(messages.get("deliveries_expected").asLong()).isEqualTo(20 * sent);
      assertThat(messages.get("deliveries").asLong()).isEqualTo(20 * sent);
      assertThat(messages.get("members_with_another_order").asLong()).isZero();
      assertThat(messages.get("latency_p50_ms").asDouble()).isPositive();
      assertThat(messages.get("server_cpu_cores").asDouble()).isPositive();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void nothingIsLeftOfItsServerEitherWhenItIsInterrupted() {
    try (Console bench =
        Console.conclave(
            Map.of(),
            "bench",
            "idle",
            "--clients",
            "1",
            "--seconds",
            "600",
            "--data-in",
            folder.toString())) {
      bench.await("idle: 1 client; *");
      bench.await("connect *");
      bench.terminate();
      bench.exitCode();
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void connectionsAreCounted() throws IOException {
    try (Console bench =
        Console.conclave(
            Map.of(), "bench", "connect", "--clients", "20", "--repeat", "2", "--json")) {
      assertThat(bench.exitCode()).as(bench::text).isZero();
      assertThat(objects(bench))
          .hasSize(2)
          .allSatisfy(
              object -> {
                assertThat(object.get("connections_per_second").asDouble()).isPositive();
                assertThat(object.get("latency_p99_ms").asDouble()).isPositive();
              });
    }
  }

  @Test
  void whatHistoryCostsIsARatio() {
    try (Console bench = bench("history", "--clients", "10", "--senders", "2")) {
      assertThat(bench.exitCode()).as(bench::text).isZero();
      assertThat(bench.text())
          .containsPattern("history to mode-E: \\d+\\.\\d\\d of the deliveries/s, ")
          .contains("every delivery was checked: none lost, none twice");
    }
  }

  @Test
  void aServerThatRunsIsMeasuredByItsAccounts() throws IOException {
    try (RunningServer server = RunningServer.start(folder.resolve("data"))) {
      for (int i = 0; i < 4; i++) {
        server.door().account("bench" + i);
      }
      Path password = Files.writeString(folder.resolve("password"), Door.PASSWORD + "\n");
      String[] there = {
        "--clients",
        "4",
        "--senders",
        "2",
        "--rate",
        "50",
        "--server",
        "[::1]:" + server.door().port(),
        "--pin",
        server.fingerprint(),
        "--account",
        "bench%d",
        "--password-file",
        password.toString()
      };
      try (Console bench = bench("fan-out", there)) {
        assertThat(bench.exitCode()).as(bench::text).isZero();
        assertThat(bench.text()).contains("50.0 messages/s on a fixed schedule", "none lost");
      }
      there[3] = "5";
      isMisuse("--senders is 1 to --clients", bench("fan-out", there));
    }
  }

  @Test
  void aCertificateThatNobodyKnowsIsSaid() {
    try (RunningServer server = RunningServer.start(folder.resolve("data"));
        Console bench =
            Console.conclave(
                Map.of("XDG_CONFIG_HOME", folder.toString()),
                "bench",
                "connect",
                "--server",
                "[::1]:" + server.door().port())) {
      assertThat(bench.exitCode()).isEqualTo(1);
      assertThat(bench.text()).endsWith(" is the right one: --pin " + server.fingerprint());
    }
  }

  private static void isMisuse(String sentence, Console console) {
    try (console) {
      assertThat(console.exitCode()).isEqualTo(2);
      assertThat(console.lines().get(0)).isEqualTo(sentence);
    }
  }
}
