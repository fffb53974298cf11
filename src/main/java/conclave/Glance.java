package conclave;

import conclave.auth.LoginFigures;
import conclave.command.Counts;
import conclave.command.ServerFacts;
import conclave.config.Running;
import conclave.gateway.GatewayFigures;
import conclave.gateway.UserDirectory;
import conclave.store.Store;
import conclave.web.Snapshot;
import conclave.web.StatusVerticle;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the status page shows of the server. */
final class Glance {
  private static final long CHECK_MILLIS = 5_000;

  private final Vertx vertx;
  private final Store store;
  private final Reload reload;
  private final LoginFigures logins;
  private final GatewayFigures figures;
  private final UserDirectory users;
  private final Openness openness;
  private volatile List<String> problems = List.of();

  Glance(
      Vertx vertx,
      Store store,
      Reload reload,
      LoginFigures logins,
      GatewayFigures figures,
      UserDirectory users,
      Openness openness) {
    this.vertx = vertx;
    this.store = store;
    this.reload = reload;
    this.logins = logins;
    this.figures = figures;
    this.users = users;
    this.openness = openness;
  }

  /** The page; from now on it is looked whether all is well. */
  StatusVerticle page(Running config) {
    vertx.setPeriodic(CHECK_MILLIS, id -> check());
    return new StatusVerticle(
        config.status(),
        Optional.of(reload.certificate().options()),
        this::snapshot,
        Map.of("accepting", openness::check, "store", store::health),
        Meters.of(figures));
  }

  private void check() {
    store
        .health()
        .onComplete(
            fine -> problems = List.of(),
            away -> problems = List.of("The store does not answer: messages are refused."));
  }

  private Snapshot snapshot() {
    Counts counts = users.counts();
    ServerFacts facts = reload.facts();
    return new Snapshot(
        facts.name(),
        facts.network(),
        facts.version(),
        reload.started(),
        problems,
        counts.users(),
        new Snapshot.Connections(
            (int) figures.connections("irc"),
            (int) figures.connections("plain"),
            (int) figures.connections("")),
        counts.rooms(),
        figures.messages(),
        figures.deliveries(),
        new Snapshot.LogIns(logins.successes(), logins.failures()),
        store.figures().commits(),
        store.figures().queued());
  }
}
