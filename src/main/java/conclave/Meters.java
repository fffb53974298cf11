package conclave;

import conclave.gateway.GatewayFigures;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.ToDoubleFunction;

/** The counters of the gateway, as the metrics show them. */
final class Meters {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final GatewayFigures figures;

  private Meters(GatewayFigures figures) {
    this.figures = figures;
  }

  static PrometheusMeterRegistry of(GatewayFigures figures) {
    Meters meters = new Meters(figures);
    meters.count(
        "conclave.lines.malformed", GatewayFigures::malformed, "Lines that were no commands");
    meters.count(
        "conclave.readers.dropped",
        GatewayFigures::slowReaders,
        "Connections that were dropped because they read too slowly");
    meters.count(
        "conclave.readers.behind",
        GatewayFigures::fellBehind,
        "How often a connection that reads slowly was shown from a log what it had missed");
    meters.count(
        "conclave.proxy.refused",
        GatewayFigures::badProxyHeaders,
        "Connections that were closed for a wrong PROXY header, or one from a stranger");
    meters.count(
        "conclave.webirc.refused",
        GatewayFigures::gatewaysRefused,
        "Connections that were closed because their WEBIRC was not to be believed");
    return meters.registry;
  }

  private void count(String name, ToDoubleFunction<GatewayFigures> figure, String description) {
    FunctionCounter.builder(name, figures, figure).description(description).register(registry);
  }
}
