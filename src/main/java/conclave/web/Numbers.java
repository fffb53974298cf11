package conclave.web;

import conclave.web.Latency.Lately;
import conclave.web.Rates.PerSecond;
import conclave.web.Snapshot.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers as people read them, each under the name by which the page finds its place. */
final class Numbers {
  private static final String NOTHING = "–";
  private static final long BYTES_PER_MIB = 1L << 20;
  private static final double MILLIS = 1000;

  private Numbers() {}

  /** All that changes. */
  static Map<String, String> of(Snapshot now, PerSecond rates, Instant time) {
    Map<String, String> all = new HashMap<>();
    all.put("users", count(now.users()));
    all.put("rooms", count(now.rooms()));
    all.put("message-rate", rate(rates.messages()));
    all.put("delivery-rate", rate(rates.deliveries()));
    all.put("connections", count(now.connections().total()));
    all.put("irc", count(now.connections().irc()));
    all.put("plain", count(now.connections().plain()));
    all.put("unknown", count(now.connections().unknown()));
    all.put("ipv6", share(now.connections()));
    all.put("slow", count(now.talk().slow()));
    all.put("dropped", count(now.talk().dropped()));
    all.put("messages", count(now.talk().messages()));
    all.put("deliveries", count(now.talk().deliveries()));
    all.put("echo-half", half(now.talk().echo()));
    all.put("echo-most", most(now.talk().echo()));
    all.put("logins", count(now.logIns().succeeded()));
    all.put("failures", count(now.logIns().failed()));
    all.put("commits", count(now.store().commits()));
    all.put("queued", count(now.store().queued()));
    all.put("commit-half", half(now.store().commit()));
    all.put("commit-most", most(now.store().commit()));
    all.put("memory", memory(now.machine()));
    all.put("lag", most(now.machine().lag()));
    Duration up = Duration.between(Instant.ofEpochMilli(now.about().startedMillis()), time);
    all.put("up", uptime(up));
    return all;
  }

  /** Of the links between clients and the server: version, suite, connections. */
  static List<List<String>> links(Snapshot now) {
    return now.connections().links().stream()
        .filter(link -> !link.family().equals("local"))
        .map(Numbers::link)
        .toList();
  }

  private static List<String> link(Link link) {
    String family = link.family().equals("ipv6") ? "IPv6" : "IPv4";
    boolean isClear = link.protocol().equals("none");
    return List.of(
        isClear ? "No TLS" : link.protocol().replace("TLSv", "TLS "),
        isClear ? NOTHING : link.cipher(),
        family,
        count(link.count()));
  }

  /** Of Conclave: the page says of what. */
  static String version(String full) {
    return full.replaceFirst("^conclave-", "");
  }

  static String count(long number) {
    return Html.fill("%,d", number);
  }

  private static String rate(double perSecond) {
    return Html.fill(perSecond < 100 ? "%,.1f" : "%,.0f", perSecond);
  }

  private static String share(Snapshot.Connections connections) {
    boolean isAny = connections.links().stream().anyMatch(link -> !link.family().equals("local"));
    return isAny ? Html.fill("%.0f %%", 100 * connections.ipv6Share()) : NOTHING;
  }

  private static String half(Lately lately) {
    return lately.count() == 0 ? NOTHING : time(lately.half());
  }

  private static String most(Lately lately) {
    return lately.count() == 0 ? NOTHING : time(lately.most());
  }

  /** Seconds with two digits that say something. */
  static String time(double seconds) {
    double millis = seconds * MILLIS;
    if (millis >= MILLIS) {
      return Html.fill("%.1f s", seconds);
    }
    return Html.fill(millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }

  private static String memory(Snapshot.Machine machine) {
    return Html.fill(
        "%,d of %,d MiB", machine.usedBytes() / BYTES_PER_MIB, machine.maxBytes() / BYTES_PER_MIB);
  }

  /** The two largest units that say something: {@code 3 days 4 hours}, {@code 12 seconds}. */
  static String uptime(Duration up) {
    if (up.compareTo(Duration.ofMinutes(1)) < 0) {
      return units(Math.max(0, up.toSeconds()), "second");
    }
    if (up.compareTo(Duration.ofHours(1)) < 0) {
      return units(up.toMinutes(), "minute");
    }
    return up.compareTo(Duration.ofDays(1)) < 0
        ? units(up.toHours(), "hour") + " " + units(up.toMinutesPart(), "minute")
        : units(up.toDays(), "day") + " " + units(up.toHoursPart(), "hour");
  }

  private static String units(long number, String unit) {
    return count(number) + " " + unit + (number == 1 ? "" : "s");
  }
}
