package conclave.web;

import conclave.config.StatusConfig.Visibility;
import conclave.web.Rates.PerSecond;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The status page as text: a snapshot in, HTML out.
 *
 * @param visibility {@code NONE} leaves nothing but healthy or not
 * @param refreshing does the browser load it again by itself?
 */
record StatusPage(Visibility visibility, boolean refreshing) {
  private static final int REFRESH_SECONDS = 5;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      %s<title>%s</title>
      <link rel="stylesheet" href="/status.css">
      </head>
      <body>
      <main>
      %s%s</main>
      <footer>
      <p>%s</p>
      </footer>
      </body>
      </html>
      """;

  String render(Snapshot snapshot, PerSecond rates, Instant now) {
    String name = visibility == Visibility.NONE ? "Server status" : Html.escape(snapshot.server());
    String title = (snapshot.healthy() ? "Healthy" : "Not healthy") + " · " + name;
    String numbers =
        switch (visibility) {
          case NONE -> "";
          case SUMMARY -> tiles(snapshot, rates) + sections(snapshot, now);
        };
    return Html.fill(PAGE, refresh(), title, head(name, snapshot), numbers, footer());
  }

  private String refresh() {
    return refreshing
        ? Html.fill("<meta http-equiv=\"refresh\" content=\"%d\">\n", REFRESH_SECONDS)
        : "";
  }

  private String head(String name, Snapshot snapshot) {
    String kind = snapshot.healthy() ? "healthy" : "unhealthy";
    return Html.fill(
        "<h1>%s</h1>\n<p role=\"status\" class=\"%s\">%s</p>\n", name, kind, health(snapshot));
  }

  private String health(Snapshot snapshot) {
    if (snapshot.healthy()) {
      return "Healthy";
    }
    return visibility == Visibility.NONE
        ? "Not healthy"
        : "Not healthy: " + Html.escape(String.join(" ", snapshot.problems()));
  }

  private static String tiles(Snapshot snapshot, PerSecond rates) {
    return "<dl class=\"tiles\">\n"
        + row("People", count(snapshot.users()))
        + row("Rooms", count(snapshot.rooms()))
        + row("Messages per second", rate(rates.messages()))
        + row("Deliveries per second", rate(rates.deliveries()))
        + "</dl>\n<div class=\"sections\">\n";
  }

  private static String sections(Snapshot snapshot, Instant now) {
    Snapshot.Connections connections = snapshot.connections();
    Instant started = Instant.ofEpochMilli(snapshot.startedMillis());
    return section(
            "Connections",
            row("All", count(connections.total()))
                + row("IRC", count(connections.irc()))
                + row("Plain text", count(connections.plain()))
                + row("Not yet known", count(connections.unknown())))
        + section(
            "Since the start",
            row("Messages", count(snapshot.messages()))
                + row("Deliveries", count(snapshot.deliveries()))
                + row("Log-ins", count(snapshot.logIns().succeeded()))
                + row("Failed log-ins", count(snapshot.logIns().failed())))
        + section(
            "Storage",
            row("Commits", count(snapshot.commits()))
                + row("Events waiting", count(snapshot.queued())))
        + section(
            "Server",
            row("Network", Html.escape(snapshot.network()))
                + row("Version", Html.escape(snapshot.version()))
                + row("Up for", uptime(Duration.between(started, now)))
                + row("Started", time(started)))
        + "</div>\n";
  }

  private String footer() {
    String numbers =
        visibility == Visibility.NONE
            ? ""
            : Html.fill(
                "Rates are means over the last %d seconds. ",
                Rates.WINDOW_MILLIS / Duration.ofSeconds(1).toMillis());
    return refreshing
        ? Html.fill(
            "%sThis page reloads every %d seconds. <a href=\"/?refresh=off\">Keep it as it is</a>",
            numbers, REFRESH_SECONDS)
        : Html.fill(
            "%sThis page stays as it is. <a href=\"/\">Reload it every %d seconds</a>",
            numbers, REFRESH_SECONDS);
  }

  private static String section(String heading, String rows) {
    return Html.fill("<section>\n<h2>%s</h2>\n<dl>\n%s</dl>\n</section>\n", heading, rows);
  }

  /** One name and its value, which is HTML already. */
  private static String row(String name, String value) {
    return Html.fill("<div><dt>%s</dt><dd>%s</dd></div>\n", name, value);
  }

  private static String count(long number) {
    return Html.fill("%,d", number);
  }

  private static String rate(double perSecond) {
    return Html.fill(perSecond < 100 ? "%,.1f" : "%,.0f", perSecond);
  }

  private static String time(Instant instant) {
    return Html.fill(
        "<time datetime=\"%s\">%s</time>",
        instant.truncatedTo(ChronoUnit.SECONDS), CLOCK.format(instant));
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
