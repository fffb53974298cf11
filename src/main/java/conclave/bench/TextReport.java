package conclave.bench;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/** For people: what is done, a row for each repetition, and what to think of it. */
final class TextReport implements Report {
  private static final double MIB = 1 << 20;
  private static final double KIB = 1 << 10;
  private static final List<String> PERCENTILES =
      List.of("p50 ms", "p90 ms", "p99 ms", "p99.9 ms", "max ms");

  private final PrintWriter out;
  private final Table runs;
  private final Table entrances;

  /** What is said once, at the end. */
  private final Set<String> remarks = new LinkedHashSet<>();

  private double generatorCores;
  private double othersCores;
  private boolean hasRuns;
  private boolean hasEntrances;

  TextReport(PrintWriter out) {
    this.out = out;
    this.runs =
        new Table(
            out,
            12,
            all(
                List.of("run", "messages/s", "deliveries/s"),
                PERCENTILES,
                List.of("server cores", "CPU s/million", "RSS MiB")));
    this.entrances =
        new Table(
            out,
            12,
            all(
                List.of("connect", "connections/s"),
                PERCENTILES,
                List.of("server cores", "CPU ms each", "RSS KiB each")));
  }

  private static List<String> all(List<String> first, List<String> middle, List<String> last) {
    return Stream.of(first, middle, last).flatMap(List::stream).toList();
  }

  @Override
  public void begins(Scenario scenario) {
    StringBuilder text = new StringBuilder(scenario.name() + ": ");
    text.append(count(scenario.clients(), "client"));
    if (scenario.rooms() > 0) {
      text.append(" in ").append(count(scenario.rooms(), "room"));
      text.append(", ").append(Table.whole(scenario.senders())).append(" of them send");
    }
    scenario.plan().ifPresent(plan -> text.append(manner(plan)));
    out.println(text.append("; ").append(scenario.server()));
    out.flush();
  }

  private static String manner(Plan plan) {
    String pace =
        plan.rate().isPresent()
            ? Table.number(plan.rate().getAsDouble()) + " messages/s on a fixed schedule"
            : count(plan.window(), "message") + " of each under way";
    return String.format(
        Locale.ROOT,
        ", %s, of %d bytes; %s s of warm-up, %s s measured",
        pace,
        plan.payload(),
        Table.number(plan.warmUp().toMillis() / 1e3),
        Table.number(plan.duration().toMillis() / 1e3));
  }

  private static String count(int count, String what) {
    return Table.whole(count) + ' ' + what + (count == 1 ? "" : "s");
  }

  @Override
  public void entered(Entered entered) {
    if (!hasEntrances) {
      entrances.head();
      hasEntrances = true;
    }
    OptionalDouble each = entered.usage().serverCpuSecondsPer(entered.clients() / 1e3);
    entrances.row(
        all(
            List.of(Integer.toString(entered.repetition()), Table.number(entered.perSecond())),
            percentiles(entered.latencies()),
            List.of(
                Table.number(entered.usage().serverCores()),
                Table.number(each),
                Table.number(divided(entered.bytesEach(), KIB)))));
    remark(entered.usage());
  }

  @Override
  public void joined(String room, double seconds) {
    out.println("joined the rooms (" + room + ") in " + Table.number(seconds) + " s");
    out.flush();
  }

  @Override
  public void talked(Talked talked) {
    if (!hasRuns) {
      out.println();
      runs.head();
      hasRuns = true;
    }
    row(talked.room() + ' ' + talked.repetition(), List.of(talked));
    if (talked.faults().areThere()) {
      out.println("  " + talked.faults());
    }
    remark(talked.usage());
  }

  private void row(String name, List<Talked> some) {
    Latencies latencies = new Latencies();
    some.forEach(talked -> latencies.add(talked.allLatencies()));
    OptionalLong bytes = some.get(some.size() - 1).usage().serverBytes();
    OptionalDouble resident =
        bytes.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(bytes.getAsLong() / MIB);
    runs.row(
        all(
            List.of(
                name,
                Table.number(Median.of(some, Talked::messagesPerSecond)),
                Table.number(Median.of(some, Talked::deliveriesPerSecond))),
            percentiles(latencies),
            List.of(
                Table.number(Median.known(some, talked -> talked.usage().serverCores())),
                Table.number(Median.known(some, Talked::serverCpuSecondsPerMillion)),
                Table.number(resident))));
  }

  private static List<String> percentiles(Latencies latencies) {
    return Stream.of(50.0, 90.0, 99.0, 99.9, 100.0)
        .map(latencies::millis)
        .map(Table::number)
        .toList();
  }

  @Override
  public void talked(List<Talked> all, List<Destination> servers) {
    List<String> rooms = all.stream().map(Talked::room).distinct().toList();
    for (String room : rooms) {
      row(room + " all", all.stream().filter(talked -> talked.room().equals(room)).toList());
    }
    out.println();
    if (servers.size() > 1) {
      membersOf(servers, all);
    }
    if (rooms.size() > 1) {
      ratio(Ratio.of(rooms.get(0), rooms.get(1), all));
    }
    out.println(all.stream().map(Talked::faults).reduce(Faults.NONE, Faults::and));
  }

  private void membersOf(List<Destination> servers, List<Talked> all) {
    Table table = new Table(out, 30, all(List.of("members on"), PERCENTILES, List.of()));
    table.head();
    for (int i = 0; i < servers.size(); i++) {
      Latencies latencies = new Latencies();
      for (Talked talked : all) {
        latencies.add(talked.latencies().get(i));
      }
      table.row(
          all(List.of(servers.get(i).address().toString()), percentiles(latencies), List.of()));
    }
    out.println();
  }

  private void ratio(Ratio ratio) {
    out.printf(
        Locale.ROOT,
        "%s to %s: %.2f of the deliveries/s, %s of the server's CPU for each (medians of ratios)%n",
        ratio.room(),
        ratio.other(),
        ratio.deliveries(),
        Table.number(ratio.cpu()));
  }

  @Override
  public void idled(Idled idled) {
    out.println();
    out.printf(
        Locale.ROOT,
        "idle for %s s: %s KiB of memory (RSS) each, %s KiB of heap each after a collection, %s"
            + " cores while nothing happens%n",
        Table.number(idled.usage().seconds()),
        Table.number(divided(idled.bytesEach(), KIB)),
        Table.number(divided(idled.heapBytesEach(), KIB)),
        Table.number(idled.usage().serverCores()));
    remark(idled.usage());
  }

  private static OptionalDouble divided(OptionalDouble value, double by) {
    return value.isEmpty() ? value : OptionalDouble.of(value.getAsDouble() / by);
  }

  private void remark(Usage usage) {
    generatorCores = Math.max(generatorCores, usage.ownCores().orElse(0));
    if (usage.generatorWasBusy()) {
      remarks.add("its loop is one thread: the generator may have been the limit");
    }
    othersCores = Math.max(othersCores, usage.othersCores().orElse(0));
    if (usage.serverCpuSeconds().isEmpty() || usage.serverBytes().isEmpty()) {
      remarks.add(
          Table.UNKNOWN + ": not known on this system, or of a server whose --pid is not given");
    }
  }

  @Override
  public void ends() {
    out.println("the generator used up to " + Table.number(generatorCores) + " cores");
    if (othersCores > Usage.OTHERS) {
      out.println(
          "something else used up to "
              + Table.number(othersCores)
              + " cores of this machine: measure again when it is quiet");
    }
    remarks.forEach(out::println);
    out.flush();
  }
}
