package conclave.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The snapshot as metrics, from construction until it is closed. In Prometheus' spelling:
 *
 * <pre>
 * conclave_users                              gauge    people logged in
 * conclave_connections{dialect}               gauge    open sockets: irc, plain, unknown
 * conclave_rooms                              gauge    rooms with members
 * conclave_store_queue                        gauge    events that wait for the store
 * conclave_messages_total                     counter  messages accepted
 * conclave_deliveries_total                   counter  messages handed to a connection
 * conclave_logins_total{result}               counter  log-ins: ok, failed
 * conclave_store_commits_total                counter  commits of the store
 * jvm_memory_*, jvm_gc_*, jvm_threads_*       the Java machine
 * </pre>
 */
final class SnapshotMeters implements AutoCloseable {
  private final MeterRegistry registry;
  private final Supplier<Snapshot> snapshots;
  private final List<Meter> meters = new ArrayList<>();
  private final JvmGcMetrics collections = new JvmGcMetrics();

  SnapshotMeters(MeterRegistry registry, Supplier<Snapshot> snapshots) {
    this.registry = registry;
    this.snapshots = snapshots;
    bindGauges();
    bindCounters();
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
    gauge("conclave.store.queue", "Events that wait for the store", Tags.empty(), Snapshot::queued);
  }

  private void bindCounters() {
    String logIns = "conclave.logins";
    String tried = "Log-ins by result";
    counter("conclave.messages", "Messages accepted", Tags.empty(), Snapshot::messages);
    counter("conclave.deliveries", "Messages delivered", Tags.empty(), Snapshot::deliveries);
    counter(logIns, tried, Tags.of("result", "ok"), s -> s.logIns().succeeded());
    counter(logIns, tried, Tags.of("result", "failed"), s -> s.logIns().failed());
    counter("conclave.store.commits", "Commits of the store", Tags.empty(), Snapshot::commits);
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
    collections.close();
  }
}
