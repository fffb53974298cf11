package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conclave.client.ServerAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Plan PLAN =
      new Plan(
          8,
          OptionalDouble.empty(),
          Duration.ofSeconds(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          100,
          2);
  private static final Scenario SCENARIO =
      new Scenario("history", "[::1]:6697", 1_000, 1, 10, Optional.of(PLAN));
  private static final Usage KNOWN =
      new Usage(
          5,
          OptionalDouble.of(4),
          OptionalLong.of(300 << 20),
          OptionalDouble.of(2.5),
          OptionalDouble.of(7));
  private static final Usage UNKNOWN =
      new Usage(
          5,
          OptionalDouble.empty(),
          OptionalLong.empty(),
          OptionalDouble.of(4.5),
          OptionalDouble.of(9));

  private final StringWriter text = new StringWriter();

  private static Talked talked(
      String room, int repetition, double rate, Usage usage, Faults faults) {
    Latencies latencies = new Latencies();
    latencies.record(2_000_000);
    latencies.record(8_000_000);
    return new Talked(
        room,
        repetition,
        1_000,
        1_000_000,
        1_000_000 - faults.lost(),
        rate / 1_000,
        rate,
        1_000_000,
        List.of(latencies),
        usage,
        faults);
  }

  private static List<Talked> inTurns(Usage usage, Faults faults) {
    return List.of(
        talked("history", 1, 800_000, usage, Faults.NONE),
        talked("mode-E", 1, 1_000_000, usage, Faults.NONE),
        talked("history", 2, 600_000, usage, faults),
        talked("mode-E", 2, 1_000_000, usage, Faults.NONE));
  }

  private void tell(Report report, List<Talked> all) {
    report.begins(SCENARIO);
    all.forEach(report::talked);
    report.talked(
        all, List.of(new Destination(ServerAddress.parse("[::1]"), true, Optional.empty())));
    report.ends();
  }

  private List<String> lines() {
    return text.toString().lines().toList();
  }

  @Test
  void aPersonReadsWhatWasDoneWhatCameOfItAndWhatToThinkOfIt() {
    tell(new TextReport(new PrintWriter(text)), inTurns(KNOWN, Faults.NONE));
    assertThat(lines())
        .containsExactly(
            "history: 1,000 clients in 1 room, 10 of them send, 8 messages of each under way, of"
                + " 100 bytes; 3.00 s of warm-up, 5.00 s measured; [::1]:6697",
            "",
            "run           messages/s  deliveries/s    p50 ms    p90 ms    p99 ms  p99.9 ms    max ms"
                + "  server cores  CPU s/million   RSS MiB",
            "history 1            800       800,000      2.00      8.00      8.00      8.00      8.00"
                + "          0.80           4.00       300",
            "mode-E 1           1,000     1,000,000      2.00      8.00      8.00      8.00      8.00"
                + "          0.80           4.00       300",
            "history 2            600       600,000      2.00      8.00      8.00      8.00      8.00"
                + "          0.80           4.00       300",
            "mode-E 2           1,000     1,000,000      2.00      8.00      8.00      8.00      8.00"
                + "          0.80           4.00       300",
            "history all          700       700,000      2.00      8.00      8.00      8.00      8.00"
                + "          0.80           4.00       300",
            "mode-E all         1,000     1,000,000      2.00      8.00      8.00      8.00      8.00"
                + "          0.80           4.00       300",
            "",
            "history to mode-E: 0.70 of the deliveries/s, 1.00 of the server's CPU for each (medians"
                + " of ratios)",
            "every delivery was checked: none lost, none twice, each sender's in order, the same"
                + " order for all members",
            "the generator used up to 0.50 cores");
  }

  @Test
  void whatIsDoubtfulIsSaid() {
    Faults faults = new Faults(3, 0, 0, OptionalLong.empty(), 0, 1);
    tell(new TextReport(new PrintWriter(text)), inTurns(UNKNOWN, faults));
    assertThat(lines())
        .contains(
            "  FAULTS: 3 lost, 1 connections ended by the server",
            "FAULTS: 3 lost, 1 connections ended by the server",
            "the generator used up to 0.90 cores",
            "its loop is one thread: the generator may have been the limit",
            "-: not known on this system, or of a server whose --pid is not given");
  }

  @Test
  void othersThatWorkAreSaid() {
    Usage busy =
        new Usage(
            5,
            OptionalDouble.of(1),
            OptionalLong.of(1),
            OptionalDouble.of(1),
            OptionalDouble.of(8));
    tell(new TextReport(new PrintWriter(text)), inTurns(busy, Faults.NONE));
    assertThat(lines())
        .last()
        .isEqualTo(
            "something else used up to 1.20 cores of this machine: measure again when it is quiet");
  }

  @Test
  void aProgramReadsOneObjectALine() throws IOException {
    tell(new JsonReport(new PrintWriter(text)), inTurns(KNOWN, Faults.NONE));
    List<JsonNode> objects = new ArrayList<>();
    for (String line : lines()) {
      objects.add(new ObjectMapper().readTree(line));
    }
    assertThat(objects)
        .extracting(object -> object.get("phase").asText())
        .containsExactly("messages", "messages", "messages", "messages", "all", "all", "ratio");
    JsonNode first = objects.get(0);
    assertThat(first.get("scenario").asText()).isEqualTo("history");
    assertThat(first.get("room").asText()).isEqualTo("history");
    assertThat(first.get("window_messages").asInt()).isEqualTo(8);
    assertThat(first.get("scheduled_messages_per_second").isNull()).isTrue();
    assertThat(first.get("deliveries_per_second").asDouble()).isEqualTo(800_000);
    assertThat(first.get("server_cpu_seconds_per_million_deliveries").asDouble()).isEqualTo(4);
    assertThat(first.get("server_rss_bytes").asLong()).isEqualTo(300 << 20);
    assertThat(first.get("lost").asLong()).isZero();
    assertThat(objects.get(6).get("deliveries_per_second_ratio").asDouble()).isBetween(0.69, 0.71);
  }

  @Test
  void whatIsNotKnownIsNull() throws IOException {
    tell(new JsonReport(new PrintWriter(text)), inTurns(UNKNOWN, Faults.NONE));
    JsonNode first = new ObjectMapper().readTree(lines().get(0));
    assertThat(first.get("server_cpu_cores").isNull()).isTrue();
    assertThat(first.get("server_rss_bytes").isNull()).isTrue();
    assertThat(first.get("others_cpu_cores").isNull()).isTrue();
  }
}
