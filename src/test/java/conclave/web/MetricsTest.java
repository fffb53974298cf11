package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.StatusConfig.Visibility;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class MetricsTest {
  private static final String[] OURS = {
    "conclave_connections{dialect=\"irc\"} 1000.0",
    "conclave_connections{dialect=\"plain\"} 300.0",
    "conclave_connections{dialect=\"unknown\"} 7.0",
    "conclave_certificate_expiry_seconds 1.701E9",
    "conclave_deliveries_total 9000.0",
    "conclave_healthy 1.0",
    "conclave_links{cipher=\"TLS_AES_256_GCM_SHA384\",family=\"ipv6\",protocol=\"TLSv1.3\"} 900.0",
    "conclave_links{cipher=\"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256\",family=\"ipv4\",protocol=\"TLSv1.2\"} 300.0",
    "conclave_links{cipher=\"none\",family=\"local\",protocol=\"none\"} 107.0",
    "conclave_logins_total{result=\"failed\"} 30.0",
    "conclave_logins_total{result=\"ok\"} 2000.0",
    "conclave_messages_total 4000.0",
    "conclave_readers_slow 3.0",
    "conclave_rooms 56.0",
    "conclave_start_time_seconds 1.7E9",
    "conclave_store_commits_total 777.0",
    "conclave_store_queue 8.0",
    "conclave_users 1234.0"
  };

  @Test
  void thisMachineReadsTheMetrics() throws Exception {
    try (RunningStatus server = RunningStatus.with(Visibility.NONE)) {
      HttpResponse<String> metrics = server.get("/metrics");
      assertThat(metrics.statusCode()).isEqualTo(200);
      assertThat(metrics.headers().firstValue("content-type"))
          .hasValue("text/plain; version=0.0.4; charset=utf-8");
      assertThat(metrics.body().lines().filter(line -> line.startsWith("conclave_")))
          .containsExactlyInAnyOrder(OURS);
      assertThat(metrics.body())
          .contains("# TYPE conclave_messages_total counter", "# TYPE conclave_users gauge")
          .contains("jvm_memory_used_bytes", "jvm_gc_", "jvm_threads_live_threads");
    }
  }

  @Test
  void whoComesThroughAProxyDoesNotReadTheMetrics() throws Exception {
    try (RunningStatus server = RunningStatus.with(Visibility.SUMMARY)) {
      for (String header : new String[] {"Forwarded", "X-Forwarded-For"}) {
        HttpResponse<String> metrics = server.get("/metrics", header, "for=192.0.2.1");
        assertThat(metrics.statusCode()).isEqualTo(403);
        assertThat(metrics.body()).isEqualTo("That may not be read or done from there.\n");
      }
    }
  }

  @Test
  void theMetersGoWithTheVerticle() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    SnapshotMeters meters = new SnapshotMeters(registry, Snapshots::healthy);
    assertThat(registry.scrape()).contains("conclave_users");
    meters.close();
    assertThat(registry.scrape()).doesNotContain("conclave_");
  }
}
