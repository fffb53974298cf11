package conclave.web;

import conclave.config.StatusConfig.Visibility;
import conclave.web.Rates.PerSecond;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The status page as text: a snapshot in, HTML out. What changes is marked, so that the script
 * finds it.
 *
 * @param visibility {@code NONE} leaves nothing but healthy or not
 * @param refreshing does a browser without scripts load it again by itself?
 * @param corner what stands beside the name, as HTML
 * @param details what operators see besides, as HTML
 */
record StatusPage(Visibility visibility, boolean refreshing, String corner, String details) {
  private static final int REFRESH_SECONDS = 5;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** The script draws into it; without, the numbers beside it say the same. */
  private static final String CHART =
      """
      <figure class="chart">
      <div class="plot">
      <svg viewBox="0 0 600 150" preserveAspectRatio="none" role="img" aria-labelledby="chart-says">
      <path class="grid" d="M0 1H600M0 50.5H600M0 100.5H600M0 149H600"/>
      <path class="most" id="chart-most" d=""/>
      <path class="half" id="chart-half" d=""/>
      </svg>
      <span class="top" id="chart-top"></span>
      </div>
      <p class="ends" aria-hidden="true"><span>2 minutes ago</span><span>now</span></p>
      <figcaption id="chart-says">From a line to its echo, over the last ten seconds:
      half within <b class="half" data-n="echo-half">%s</b>, 99 of 100 within
      <b class="most" data-n="echo-most">%s</b>.</figcaption>
      </figure>
      """;

  private static final String LINKS =
      """
      <div class="scroll" tabindex="0" role="group" aria-label="Encryption">
      <table>
      <thead><tr><th scope="col">Version</th><th scope="col">Cipher suite</th>
      <th scope="col">Address</th><th scope="col" class="number">Open</th></tr></thead>
      <tbody data-rows="links">
      %s</tbody>
      </table>
      </div>
      """;

  String render(Snapshot snapshot, PerSecond rates, Instant now) {
    String name = visibility == Visibility.NONE ? "Server status" : snapshot.about().server();
    String title = (snapshot.healthy() ? "Healthy" : "Not healthy") + " · " + name;
    String numbers =
        switch (visibility) {
          case NONE -> "";
          case SUMMARY -> numbers(snapshot, Numbers.of(snapshot, rates, now));
        };
    String body = health(snapshot) + warnings(snapshot) + numbers + details;
    return Frame.around(head(), title, name, corner, body, footer());
  }

  private String head() {
    String script = "<script src=\"/status.js\" defer></script>\n";
    return refreshing
        ? script
            + Html.fill(
                "<noscript><meta http-equiv=\"refresh\" content=\"%d\"></noscript>\n",
                REFRESH_SECONDS)
        : script;
  }

  private String health(Snapshot snapshot) {
    String kind = snapshot.healthy() ? "healthy" : "unhealthy";
    return Html.fill(
        "<p role=\"status\" id=\"health\" class=\"%s\">%s</p>\n",
        kind, Html.escape(sentence(snapshot)));
  }

  /** Healthy, or what is wrong. */
  String sentence(Snapshot snapshot) {
    if (snapshot.healthy()) {
      return "Healthy";
    }
    return visibility == Visibility.NONE
        ? "Not healthy"
        : "Not healthy: " + String.join(" ", snapshot.health().problems());
  }

  private String warnings(Snapshot snapshot) {
    String all = visibility == Visibility.NONE ? "" : warning(snapshot);
    return Html.fill(
        "<p id=\"warnings\" class=\"warning\"%s>%s</p>\n",
        all.isEmpty() ? " hidden" : "", Html.escape(all));
  }

  /** What will be wrong if nothing is done. */
  static String warning(Snapshot snapshot) {
    return String.join(" ", snapshot.health().warnings());
  }

  private static String numbers(Snapshot snapshot, Map<String, String> n) {
    return "<dl class=\"tiles\">\n"
        + row("People", "users", n)
        + row("Rooms", "rooms", n)
        + row("Messages per second", "message-rate", n)
        + row("Deliveries per second", "delivery-rate", n)
        + "</dl>\n"
        + Frame.section(
            "Echo latency",
            Html.fill(CHART, n.getOrDefault("echo-half", ""), n.getOrDefault("echo-most", "")))
        + "<div class=\"sections\">\n"
        + connections(n)
        + server(snapshot, n)
        + storage(n)
        + Frame.section("Since the start", since(n))
        + "</div>\n"
        + Frame.section("Encryption", Html.fill(LINKS, rows(Numbers.links(snapshot))));
  }

  private static String connections(Map<String, String> n) {
    return list(
        "Connections",
        row("All", "connections", n)
            + row("IRC", "irc", n)
            + row("Plain text", "plain", n)
            + row("Not yet known", "unknown", n)
            + row("Over IPv6", "ipv6", n)
            + row("Slow consumers", "slow", n));
  }

  private static String since(Map<String, String> n) {
    return "<dl>\n"
        + row("Messages", "messages", n)
        + row("Deliveries", "deliveries", n)
        + row("Log-ins", "logins", n)
        + row("Failed log-ins", "failures", n)
        + row("Too slow, dropped", "dropped", n)
        + "</dl>\n";
  }

  private static String storage(Map<String, String> n) {
    return list(
        "Storage",
        row("Half of commits within", "commit-half", n)
            + row("99 of 100 within", "commit-most", n)
            + row("Events waiting", "queued", n)
            + row("Commits", "commits", n));
  }

  private static String server(Snapshot snapshot, Map<String, String> n) {
    Instant started = Instant.ofEpochMilli(snapshot.about().startedMillis());
    return list(
        "Server",
        fixed("Network", Html.escape(snapshot.about().network()))
            + fixed("Version", Html.escape(Numbers.version(snapshot.about().version())))
            + row("Up for", "up", n)
            + fixed("Started", time(started))
            + row("Memory", "memory", n)
            + row("Event loops late by", "lag", n));
  }

  private String footer() {
    String numbers =
        visibility == Visibility.NONE
            ? ""
            : Html.fill(
                "Rates are means over the last %d seconds. ",
                Rates.WINDOW_MILLIS / Duration.ofSeconds(1).toMillis());
    String without =
        refreshing
            ? Html.fill(
                "This page reloads every %d seconds. <a href=\"/?refresh=off\">Keep it as it is</a>",
                REFRESH_SECONDS)
            : Html.fill(
                "This page stays as it is. <a href=\"/\">Reload it every %d seconds</a>",
                REFRESH_SECONDS);
    return Html.fill(
        "<p>%s<span id=\"live\"></span><noscript>%s</noscript></p>\n", numbers, without);
  }

  private static String list(String heading, String rows) {
    return Frame.section(heading, "<dl>\n" + rows + "</dl>\n");
  }

  private static String row(String name, String key, Map<String, String> n) {
    return Html.fill(
        "<div><dt>%s</dt><dd data-n=\"%s\">%s</dd></div>\n",
        name, key, Html.escape(n.getOrDefault(key, "")));
  }

  /** One name and its value, which is HTML already. */
  private static String fixed(String name, String value) {
    return Html.fill("<div><dt>%s</dt><dd>%s</dd></div>\n", name, value);
  }

  /** Rows of a table, whose last column is a number. */
  static String rows(List<List<String>> rows) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> "<td>" + Html.escape(cell) + "</td>")
                    .collect(Collectors.joining("", "<tr>", "</tr>\n")))
        .collect(Collectors.joining());
  }

  private static String time(Instant instant) {
    return Html.fill(
        "<time datetime=\"%s\">%s</time>",
        instant.truncatedTo(ChronoUnit.SECONDS), CLOCK.format(instant));
  }
}
