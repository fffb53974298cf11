package conclave;

import conclave.gateway.GatewayFigures;
import conclave.store.Store;
import conclave.web.Latency;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The metrics that are no numbers of the status page, and how long things take. */
final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final GatewayFigures figures;
  private final Latency echo = new Latency(registry, "conclave.echo", "From a line to its echo");
  private final Latency commit =
      new Latency(registry, "conclave.store.commit", "How long a commit of the store takes");
  private final Latency lag =
      new Latency(registry, "conclave.loop.lag", "How late timers of the event loops are");

  /** From now on the gateway and the store tell how long things take. */
  Meters(GatewayFigures figures, Store store) {
    this.figures = figures;
    figures.timeEchoes(echo::record);
    store.timeCommits(commit::record);
    count("conclave.lines.malformed", GatewayFigures::malformed, "Lines that were no commands");
    count(
        "conclave.readers.dropped",
        GatewayFigures::slowReaders,
        "Connections that were dropped because they read too slowly");
    count(
        "conclave.readers.behind",
        GatewayFigures::fellBehind,
        "How often a connection that reads slowly was shown from a log what it had missed");
    count(
        "conclave.proxy.refused",
        GatewayFigures::badProxyHeaders,
        "Connections that were closed for a wrong PROXY header, or one from a stranger");
    count(
        "conclave.webirc.refused",
        GatewayFigures::gatewaysRefused,
        "Connections that were closed because their WEBIRC was not to be believed");
  }

  private void count(String name, ToDoubleFunction<GatewayFigures> figure, String description) {
    FunctionCounter.builder(name, figures, figure).description(description).register(registry);
  }

  PrometheusMeterRegistry registry() {
    return registry;
  }

  Latency echo() {
    return echo;
  }

  Latency commit() {
    return commit;
  }

  Latency lag() {
    return lag;
  }

  List<Latency> all() {
    return List.of(echo, commit, lag);
  }
}
