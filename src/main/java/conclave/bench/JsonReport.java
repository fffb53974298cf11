package conclave.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** For programs: one object a line for each phase and repetition. What is not known is null. */
final class JsonReport implements Report {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrintWriter out;
  private Optional<Scenario> scenario = Optional.empty();

  JsonReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begins(Scenario begun) {
    scenario = Optional.of(begun);
  }

  private Map<String, Object> phase(String name) {
    Map<String, Object> fields = new LinkedHashMap<>();
    scenario.ifPresent(
        one -> {
          fields.put("scenario", one.name());
          fields.put("phase", name);
          fields.put("server", one.server());
          fields.put("clients", one.clients());
        });
    return fields;
  }

  @Override
  public void entered(Entered entered) {
    Map<String, Object> fields = phase("connect");
    fields.put("repetition", entered.repetition());
    fields.put("connections_per_second", entered.perSecond());
    latency(fields, entered.latencies());
    put(
        fields,
        "server_cpu_ms_per_connection",
        milli(entered.usage().serverCpuSecondsPer(entered.clients())));
    put(fields, "server_rss_bytes_per_connection", entered.bytesEach());
    usage(fields, entered.usage());
    print(fields);
  }

  private static OptionalDouble milli(OptionalDouble seconds) {
    return seconds.isEmpty() ? seconds : OptionalDouble.of(seconds.getAsDouble() * 1_000);
  }

  @Override
  public void joined(String room, double seconds) {
    Map<String, Object> fields = phase("join");
    fields.put("room", room);
    scenario.ifPresent(one -> fields.put("rooms", one.rooms()));
    fields.put("seconds", seconds);
    print(fields);
  }

  @Override
  public void talked(Talked talked) {
    Map<String, Object> fields = phase("messages");
    fields.put("repetition", talked.repetition());
    fields.put("room", talked.room());
    setting(fields);
    fields.put("messages_sent", talked.messages());
    fields.put("deliveries_expected", talked.expected());
    fields.put("deliveries", talked.delivered());
    fields.put("messages_per_second", talked.messagesPerSecond());
    fields.put("deliveries_per_second", talked.deliveriesPerSecond());
    latency(fields, talked.allLatencies());
    put(fields, "server_cpu_seconds_per_million_deliveries", talked.serverCpuSecondsPerMillion());
    usage(fields, talked.usage());
    faults(fields, talked.faults());
    print(fields);
  }

  private void setting(Map<String, Object> fields) {
    scenario.ifPresent(
        one -> {
          fields.put("rooms", one.rooms());
          fields.put("senders", one.senders());
          one.plan()
              .ifPresent(
                  plan -> {
                    boolean isOpen = plan.rate().isPresent();
                    fields.put("window_messages", isOpen ? null : plan.window());
                    put(fields, "scheduled_messages_per_second", plan.rate());
                    fields.put("payload_bytes", plan.payload());
                    fields.put("warmup_seconds", plan.warmUp().toMillis() / 1e3);
                    fields.put("measured_seconds", plan.duration().toMillis() / 1e3);
                  });
        });
  }

  private static void faults(Map<String, Object> fields, Faults faults) {
    fields.put("lost", faults.lost());
    fields.put("delivered_twice", faults.twice());
    fields.put("out_of_order", faults.outOfOrder());
    OptionalLong differs = faults.orderDiffers();
    fields.put("members_with_another_order", differs.isEmpty() ? null : differs.getAsLong());
    fields.put("foreign", faults.foreign());
    fields.put("disconnected", faults.disconnected());
  }

  @Override
  public void talked(List<Talked> all, List<Destination> servers) {
    List<String> rooms = all.stream().map(Talked::room).distinct().toList();
    rooms.forEach(room -> whole(room, all.stream().filter(t -> t.room().equals(room)).toList()));
    if (servers.size() > 1) {
      for (int i = 0; i < servers.size(); i++) {
        Map<String, Object> fields = phase("members-of-server");
        fields.put("member_server", servers.get(i).address().toString());
        Latencies latencies = new Latencies();
        for (Talked talked : all) {
          latencies.add(talked.latencies().get(i));
        }
        latency(fields, latencies);
        print(fields);
      }
    }
    if (rooms.size() > 1) {
      Ratio ratio = Ratio.of(rooms.get(0), rooms.get(1), all);
      Map<String, Object> fields = phase("ratio");
      fields.put("of", ratio.room());
      fields.put("to", ratio.other());
      fields.put("deliveries_per_second_ratio", ratio.deliveries());
      put(fields, "server_cpu_per_delivery_ratio", ratio.cpu());
      print(fields);
    }
  }

  private void whole(String room, List<Talked> all) {
    Map<String, Object> fields = phase("all");
    fields.put("repetitions", all.size());
    fields.put("room", room);
    fields.put("median_messages_per_second", Median.of(all, Talked::messagesPerSecond));
    fields.put("median_deliveries_per_second", Median.of(all, Talked::deliveriesPerSecond));
    Latencies latencies = new Latencies();
    all.forEach(talked -> latencies.add(talked.allLatencies()));
    latency(fields, latencies);
    put(
        fields,
        "median_server_cpu_seconds_per_million_deliveries",
        Median.known(all, Talked::serverCpuSecondsPerMillion));
    faults(fields, all.stream().map(Talked::faults).reduce(Faults.NONE, Faults::and));
    print(fields);
  }

  @Override
  public void idled(Idled idled) {
    Map<String, Object> fields = phase("idle");
    put(fields, "server_rss_bytes_per_connection", idled.bytesEach());
    put(fields, "server_heap_bytes_per_connection", idled.heapBytesEach());
    usage(fields, idled.usage());
    print(fields);
  }

  @Override
  public void ends() {}

  private static void latency(Map<String, Object> fields, Latencies latencies) {
    fields.put("latency_p50_ms", latencies.millis(50));
    fields.put("latency_p90_ms", latencies.millis(90));
    fields.put("latency_p99_ms", latencies.millis(99));
    fields.put("latency_p99_9_ms", latencies.millis(99.9));
    fields.put("latency_max_ms", latencies.mostMillis());
  }

  private static void usage(Map<String, Object> fields, Usage usage) {
    fields.put("seconds", usage.seconds());
    put(fields, "server_cpu_cores", usage.serverCores());
    OptionalLong bytes = usage.serverBytes();
    fields.put("server_rss_bytes", bytes.isEmpty() ? null : bytes.getAsLong());
    put(fields, "generator_cpu_cores", usage.ownCores());
    put(fields, "others_cpu_cores", usage.othersCores());
  }

  private static void put(Map<String, Object> fields, String name, OptionalDouble value) {
    fields.put(name, value.isEmpty() ? null : value.getAsDouble());
  }

  private void print(Map<String, Object> fields) {
    try {
      out.println(JSON.writeValueAsString(fields));
      out.flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("numbers and words can be written", e);
    }
  }
}
