package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.StatusConfig.Visibility;
import conclave.web.Rates.PerSecond;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusPageTest {
  private static final StatusPage SUMMARY = new StatusPage(Visibility.SUMMARY, true, "", "");
  private static final StatusPage NONE = new StatusPage(Visibility.NONE, true, "", "");
  private static final PerSecond RATES = new PerSecond(12.34, 1567.89);
  private static final Instant NOW = Instant.ofEpochMilli(Snapshots.STARTED).plusSeconds(7384);

  @Test
  void aHealthyServerSaysSoInOneLine() {
    assertThat(SUMMARY.render(Snapshots.healthy(), RATES, NOW))
        .contains("<p role=\"status\" id=\"health\" class=\"healthy\">Healthy</p>")
        .contains("<title>Healthy · chat.example.org</title>");
  }

  @Test
  void whatIsWrongIsSaidInOneLine() {
    Snapshot ill = Snapshots.withProblems("The store does not answer.", "The disk is full.");
    assertThat(SUMMARY.render(ill, RATES, NOW))
        .contains(
            "<p role=\"status\" id=\"health\" class=\"unhealthy\">"
                + "Not healthy: The store does not answer. The disk is full.</p>")
        .contains("<title>Not healthy · chat.example.org</title>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          People                | 1,234
          Rooms                 | 56
          Messages per second   | 12.3
          Deliveries per second | 1,568
          All                   | 1,307
          IRC                   | 1,000
          Plain text            | 300
          Not yet known         | 7
          Messages              | 4,000
          Deliveries            | 9,000
          Log-ins               | 2,000
          Failed log-ins        | 30
          Too slow, dropped     | 11
          Over IPv6             | 75 %
          Slow consumers        | 3
          Commits               | 777
          Events waiting        | 8
          Half of commits within | 2.1 ms
          99 of 100 within      | 1.3 s
          Memory                | 200 of 2,048 MiB
          Event loops late by   | –
          Network               | Example Net
          Version               | 1.2.3
          Up for                | 2 hours 3 minutes
          """)
  void everyNumberHasItsName(String name, String value) {
    assertThat(SUMMARY.render(Snapshots.healthy(), RATES, NOW))
        .containsPattern(
            "<div><dt>" + name + "</dt><dd[a-z0-9\" =-]*>" + Pattern.quote(value) + "</dd></div>");
  }

  @Test
  void theStartIsToldForPeopleAndForMachines() {
    assertThat(SUMMARY.render(Snapshots.healthy(), RATES, NOW))
        .contains("<time datetime=\"2023-11-14T22:13:20Z\">14 Nov 2023, 22:13 UTC</time>");
  }

  @Test
  void anonymousVisitorsMaySeeNothingButTheHealth() {
    Snapshot ill = Snapshots.withProblems("The store does not answer.");
    String page = NONE.render(ill, RATES, NOW);
    assertThat(page)
        .contains("<h1>Server status</h1>")
        .contains("<p role=\"status\" id=\"health\" class=\"unhealthy\">Not healthy</p>")
        .doesNotContain("store", "chat.example.org", "Example Net", "1.2.3", "1,234", "<dl");
    assertThat(NONE.render(Snapshots.healthy(), RATES, NOW)).contains(">Healthy</p>");
  }

  @Test
  void aNameCannotBecomeMarkup() {
    assertThat(SUMMARY.render(Snapshots.named("<b>\"it's\" & more</b>"), RATES, NOW))
        .contains("<h1>&lt;b&gt;&quot;it&#39;s&quot; &amp; more&lt;/b&gt;</h1>")
        .doesNotContain("<b>");
  }

  @Test
  void aProblemCannotBecomeMarkupNorAPattern() {
    Snapshot ill = Snapshots.withProblems("<script>alert(1)</script> %s %n 100%");
    assertThat(SUMMARY.render(ill, RATES, NOW))
        .contains("Not healthy: &lt;script&gt;alert(1)&lt;/script&gt; %s %n 100%</p>")
        .doesNotContain("<script>");
  }

  @Test
  void thePageReloadsItselfUnlessToldToStayStill() {
    String reload = "<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>";
    StatusPage still = new StatusPage(Visibility.SUMMARY, false, "", "");
    assertThat(SUMMARY.render(Snapshots.healthy(), RATES, NOW))
        .contains(reload, "href=\"/?refresh=off\"");
    assertThat(still.render(Snapshots.healthy(), RATES, NOW))
        .doesNotContain(reload)
        .contains("href=\"/\"");
  }

  @Test
  void thePageHasNothingInLineAndNothingFromElsewhere() {
    assertThat(SUMMARY.render(Snapshots.healthy(), RATES, NOW))
        .containsOnlyOnce("<script src=\"/status.js\" defer></script>")
        .doesNotContain("<script>", "style=", "<style", "http:", "https:", "onclick");
  }

  @Test
  void theLinksAreShownWithTheirNumbers() {
    assertThat(SUMMARY.render(Snapshots.healthy(), RATES, NOW))
        .contains(
            "<tr><td>TLS 1.3</td><td>TLS_AES_256_GCM_SHA384</td><td>IPv6</td><td>900</td></tr>")
        .doesNotContain("local<");
  }

  @ParameterizedTest
  @CsvSource({
    "PT-5S,0 seconds",
    "PT0S,0 seconds",
    "PT1S,1 second",
    "PT59S,59 seconds",
    "PT1M,1 minute",
    "PT59M59S,59 minutes",
    "PT1H1M,1 hour 1 minute",
    "PT23H59M59S,23 hours 59 minutes",
    "PT24H,1 day 0 hours",
    "P1200DT5H,'1,200 days 5 hours'"
  })
  void theTimeUpIsToldInTheUnitsThatMatter(Duration up, String told) {
    assertThat(Numbers.uptime(up)).isEqualTo(told);
  }
}
