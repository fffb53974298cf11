package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a server that people talk on are those that the table and the dashboard have. */
class MetricsDocsTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(conclave_\\w+)` \\| (\\w+) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("\\b(conclave|jvm)_\\w+");

  @TempDir static Path folder;

  private static RunningServer server;
  private static String text;

  @BeforeAll
  static void scrape() {
    server = RunningServer.start(folder.resolve("data"), "status.listen=[::1]:0");
    try (Peer alice = server.door().newIrc("alice", "echo-message")) {
      alice.send("JOIN #lobby");
      alice.await(":* 366 *");
      alice.send("PRIVMSG #lobby :hello");
      alice.await(":alice!* PRIVMSG #lobby :hello");
      HttpResponse<String> answer = new WebVisitor(server).get("/metrics");
      assertThat(answer.headers().firstValue("content-type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      text = answer.body();
    }
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("docs/METRICS.md"));
  }

  @Test
  void everyMetricIsInTheTableWithItsKindAndNoOtherIs() throws IOException {
    Scrape scrape = Scrape.of(text);
    Map<String, String> real = new TreeMap<>();
    scrape.families().stream()
        .filter(name -> name.startsWith("conclave_"))
        .forEach(name -> real.put(name, scrape.type(name)));
    Map<String, String> documented =
        ROW.matcher(page())
            .results()
            .collect(
                Collectors.toMap(
                    row -> row.group(1), row -> row.group(2), (a, b) -> a, TreeMap::new));
    assertThat(documented).isEqualTo(real);
  }

  @Test
  void whatWasDoneIsCounted() {
    Scrape scrape = Scrape.of(text);
    assertThat(scrape.value("conclave_messages_total")).isEqualTo(1);
    assertThat(scrape.value("conclave_echo_seconds_count")).isGreaterThanOrEqualTo(1);
    assertThat(scrape.value("conclave_store_commit_seconds_count"))
        .isEqualTo(scrape.value("conclave_store_commits_total"));
    assertThat(scrape.value("conclave_connections{dialect=\"irc\"}")).isEqualTo(1);
    assertThat(
            scrape.value(
                "conclave_links{cipher=\"TLS_AES_256_GCM_SHA384\",family=\"ipv6\",protocol=\"TLSv1.3\"}"))
        .isEqualTo(1);
    assertThat(scrape.value("conclave_healthy")).isEqualTo(1);
    assertThat(text).doesNotContain("lobby", "alice");
  }

  @Test
  void theDashboardAsksForWhatThereIs() throws IOException {
    String json = Files.readString(Path.of("conf/grafana/conclave.json"));
    Set<String> there = samples();
    JsonArray panels = new JsonObject(json).getJsonArray("panels");
    Set<String> asked = new TreeSet<>();
    for (int i = 0; i < panels.size(); i++) {
      JsonArray targets = panels.getJsonObject(i).getJsonArray("targets");
      for (int j = 0; j < targets.size(); j++) {
        NAME.matcher(targets.getJsonObject(j).getString("expr"))
            .results()
            .map(MatchResult::group)
            .forEach(asked::add);
      }
    }
    assertThat(asked).hasSizeGreaterThan(20).isSubsetOf(there);
  }

  @Test
  void theAlertsAskForWhatThereIs() throws IOException {
    String alerts = page().substring(page().indexOf("## What to be woken for"));
    assertThat(NAME.matcher(alerts).results().map(MatchResult::group))
        .isNotEmpty()
        .isSubsetOf(samples());
  }

  /** Names of samples; garbage is collected some time. */
  private static Set<String> samples() {
    Set<String> names =
        text.lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("[{ ]", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    names.add("jvm_gc_pause_seconds_sum");
    return names;
  }

  @Test
  void promtoolReadsTheScrapeWhereItIsInstalled() throws Exception {
    Installed.orSkip("promtool");
    Process promtool =
        new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
    try (OutputStream in = promtool.getOutputStream()) {
      in.write(text.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(promtool.waitFor()).as(said).isIn(0, 3); // 3: a matter of taste
    assertThat(said.lines().filter(line -> line.startsWith("conclave_"))).isEmpty();
  }
}
