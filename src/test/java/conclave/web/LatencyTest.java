package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import conclave.web.Latency.Lately;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class LatencyTest {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Latency latency = new Latency(registry, "conclave.test", "A test");

  @Test
  void whatNeverHappenedHasNoTime() {
    latency.rotate();
    assertThat(latency.lately()).isEqualTo(Lately.NEVER);
  }

  @Test
  void halfAndNearlyAllOfTheTimesAreToldOfTheLastTenSeconds() {
    for (int i = 1; i <= 100; i++) {
      latency.record(TimeUnit.MILLISECONDS.toNanos(i));
    }
    latency.rotate();
    Lately lately = latency.lately();
    assertThat(lately.count()).isEqualTo(100);
    assertThat(lately.half()).isCloseTo(0.050, within(0.001));
    assertThat(lately.most()).isCloseTo(0.099, within(0.001));
    for (int second = 0; second < 9; second++) {
      latency.rotate();
      assertThat(latency.lately().count()).isEqualTo(100);
    }
    latency.rotate();
    assertThat(latency.lately()).isEqualTo(Lately.NEVER);
  }

  @Test
  void whatTakesLongerThanAMinuteCountsAsOne() {
    latency.record(TimeUnit.HOURS.toNanos(1));
    latency.record(-1);
    latency.rotate();
    assertThat(latency.lately().most()).isCloseTo(60, within(1.0));
  }

  @Test
  void theMetricHasBucketsSinceTheStart() {
    latency.record(TimeUnit.MILLISECONDS.toNanos(3));
    assertThat(registry.scrape())
        .contains("conclave_test_seconds_bucket{le=\"0.002\"} 0")
        .contains("conclave_test_seconds_bucket{le=\"0.005\"} 1")
        .contains("conclave_test_seconds_count 1");
  }
}
