package conclave.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The snapshot as metrics, from construction until it is closed. What each is called and means is
 * in docs/METRICS.md.
 */
final class SnapshotMeters implements AutoCloseable {
  private static final double MILLIS = 1000;

  private final MeterRegistry registry;
  private final Supplier<Snapshot> snapshots;
  private final List<Meter> meters = new ArrayList<>();
  private final MultiGauge links;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  SnapshotMeters(MeterRegistry registry, Supplier<Snapshot> snapshots) {
    this.registry = registry;
    this.snapshots = snapshots;
    bindGauges();
    bindCounters();
    links =
        MultiGauge.builder("conclave.links")
            .description("Open connections by TLS version, cipher suite and address family")
            .register(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  private void bindGauges() {
    String connections = "conclave.connections";
    String open = "Open connections by dialect";
    gauge("conclave.users", "People logged in", Tags.empty(), Snapshot::users);
    gauge(connections, open, Tags.of("dialect", "irc"), s -> s.connections().irc());
    gauge(connections, open, Tags.of("dialect", "plain"), s -> s.connections().plain());
    gauge(connections, open, Tags.of("dialect", "unknown"), s -> s.connections().unknown());
    gauge("conclave.rooms", "Rooms with members", Tags.empty(), Snapshot::rooms);
    gauge(
        "conclave.store.queue",
        "Events that wait for the store",
        Tags.empty(),
        s -> s.store().queued());
    gauge(
        "conclave.readers.slow",
        "Connections that read more slowly than is talked, now",
        Tags.empty(),
        s -> s.talk().slow());
    gauge(
        "conclave.healthy",
        "1 where nothing is wrong, else 0",
        Tags.empty(),
        s -> s.healthy() ? 1 : 0);
    gauge(
        "conclave.start.time.seconds",
        "When the server started, in seconds since 1970",
        Tags.empty(),
        s -> s.about().startedMillis() / MILLIS);
    gauge(
        "conclave.certificate.expiry.seconds",
        "When the certificate expires, in seconds since 1970",
        Tags.empty(),
        s -> s.health().expiresMillis() / MILLIS);
  }

  private void bindCounters() {
    String logIns = "conclave.logins";
    String tried = "Log-ins by result";
    counter("conclave.messages", "Messages accepted", Tags.empty(), s -> s.talk().messages());
    counter("conclave.deliveries", "Messages delivered", Tags.empty(), s -> s.talk().deliveries());
    counter(logIns, tried, Tags.of("result", "ok"), s -> s.logIns().succeeded());
    counter(logIns, tried, Tags.of("result", "failed"), s -> s.logIns().failed());
    counter(
        "conclave.store.commits", "Commits of the store", Tags.empty(), s -> s.store().commits());
  }

  /** The kinds of links change: they are taken over before each scrape. */
  void refresh() {
    links.register(
        snapshots.get().connections().links().stream()
            .map(
                link ->
                    MultiGauge.Row.of(
                        Tags.of(
                            "protocol", link.protocol(),
                            "cipher", link.cipher(),
                            "family", link.family()),
                        link.count()))
            .toList(),
        true);
  }

  private void gauge(String name, String what, Tags tags, ToDoubleFunction<Snapshot> number) {
    meters.add(
        Gauge.builder(name, snapshots, from -> number.applyAsDouble(from.get()))
            .description(what)
            .tags(tags)
            .strongReference(true)
            .register(registry));
  }

  private void counter(String name, String what, Tags tags, ToDoubleFunction<Snapshot> number) {
    // the registry holds the supplier weakly: this object keeps it alive
    meters.add(
        FunctionCounter.builder(name, snapshots, from -> number.applyAsDouble(from.get()))
            .description(what)
            .tags(tags)
            .register(registry));
  }

  @Override
  public void close() {
    meters.forEach(registry::remove);
    links.register(List.of(), true);
    collections.close();
  }
}
