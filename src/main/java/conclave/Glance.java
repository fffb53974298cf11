package conclave;

import conclave.auth.LoginFigures;
import conclave.command.Counts;
import conclave.command.ServerFacts;
import conclave.config.Running;
import conclave.gateway.GatewayFigures;
import conclave.gateway.GatewayFigures.Busy;
import conclave.gateway.UserDirectory;
import conclave.handler.Servers;
import conclave.store.Store;
import conclave.web.Desk;
import conclave.web.LagVerticle;
import conclave.web.Snapshot;
import conclave.web.StatusVerticle;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What the status page shows of the server. */
final class Glance {
  private static final long CHECK_MILLIS = 5_000;
  private static final int BUSIEST = 10;

  /** What it looks at. */
  record Sights(
      Store store,
      Reload reload,
      LoginFigures logins,
      GatewayFigures figures,
      UserDirectory users,
      Servers servers,
      Openness openness) {}

  private final Sights seen;
  private final Meters meters;
  private final Wellbeing wellbeing;

  Glance(Sights seen) {
    this.seen = seen;
    this.meters = new Meters(seen.figures, seen.store);
    this.wellbeing =
        new Wellbeing(
            seen.store::health, seen.servers, seen.reload::certificate, InstantSource.system());
  }

  /** The page; from now on it is looked whether all is well. */
  StatusVerticle page(Vertx vertx, Running config, Desk desk) {
    wellbeing.look();
    vertx.setPeriodic(CHECK_MILLIS, id -> wellbeing.look());
    return new StatusVerticle(
        config::status,
        Optional.of(seen.reload.certificate().options()),
        new StatusVerticle.Sources(this::snapshot, meters.all(), checks(), meters.registry()),
        desk);
  }

  private Map<String, Supplier<Future<Void>>> checks() {
    Map<String, Supplier<Future<Void>>> all = new HashMap<>(wellbeing.checks());
    all.put("accepting", seen.openness::check);
    return all;
  }

  /** Those who look how late the event loops are. */
  List<LagVerticle> lags(int loops) {
    return IntStream.range(0, loops).mapToObj(loop -> new LagVerticle(meters.lag())).toList();
  }

  /** Where most is said. */
  List<Busy> busiest() {
    return seen.figures.busiest(BUSIEST);
  }

  private Snapshot snapshot() {
    Counts counts = seen.users.counts();
    ServerFacts facts = seen.reload.facts();
    GatewayFigures figures = seen.figures;
    return new Snapshot(
        new Snapshot.About(facts.name(), facts.network(), facts.version(), seen.reload.started()),
        wellbeing.health(),
        counts.users(),
        connections(figures),
        counts.rooms(),
        new Snapshot.Talk(
            figures.messages(),
            figures.deliveries(),
            figures.behind(),
            figures.slowReaders(),
            meters.echo().lately()),
        new Snapshot.LogIns(seen.logins.successes(), seen.logins.failures()),
        new Snapshot.Store(
            seen.store.figures().commits(),
            seen.store.figures().queued(),
            meters.commit().lately()),
        machine());
  }

  private static Snapshot.Connections connections(GatewayFigures figures) {
    return new Snapshot.Connections(
        (int) figures.connections("irc"),
        (int) figures.connections("plain"),
        (int) figures.connections(""),
        figures.links().entrySet().stream()
            .map(
                link ->
                    new Snapshot.Link(
                        link.getKey().protocol(),
                        link.getKey().cipher(),
                        link.getKey().family(),
                        link.getValue()))
            .toList());
  }

  private Snapshot.Machine machine() {
    Runtime runtime = Runtime.getRuntime();
    return new Snapshot.Machine(
        runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory(), meters.lag().lately());
  }
}
