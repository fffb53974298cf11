package conclave.web;

import conclave.command.NodeFacts;
import conclave.gateway.GatewayFigures.Busy;
import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** What operators alone see: the nodes, and the busiest rooms. One loop. */
final class Insight {
  private static final long FRESH_MILLIS = 3_000;
  private static final long PATIENCE_MILLIS = 2_000;

  private final Desk desk;
  private final LongSupplier clock;
  private List<NodeFacts> nodes = List.of();
  private Future<Void> asked = Future.succeededFuture();
  private boolean isAsked;
  private long askedAt;

  /** Nobody was asked yet. */
  Insight(Desk desk, LongSupplier clock) {
    this.desk = desk;
    this.clock = clock;
  }

  /** Asks the nodes where they were not lately; done when they have answered, or take too long. */
  Future<Void> refresh() {
    long now = clock.getAsLong();
    if (asked.isComplete() && (!isAsked || now - askedAt >= FRESH_MILLIS)) {
      isAsked = true;
      askedAt = now;
      asked =
          desk.nodes()
              .get()
              .timeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
              .onSuccess(all -> nodes = all)
              .<Void>mapEmpty()
              .otherwiseEmpty();
    }
    return asked;
  }

  /** Each node: name, state, version, users, connections, shards. */
  List<List<String>> nodes() {
    return nodes.stream().map(Insight::row).toList();
  }

  private static List<String> row(NodeFacts node) {
    String name = node.isHere() ? node.name() + " (this one)" : node.name();
    String shards = Numbers.count(node.shards().size());
    return node.isSilent()
        ? List.of(name, "does not answer", "–", "–", "–", shards)
        : List.of(
            name,
            "up",
            node.version().isEmpty() ? "–" : Numbers.version(node.version()),
            Numbers.count(node.users()),
            Numbers.count(node.connections()),
            shards);
  }

  /** Each room: name, messages. */
  List<List<String>> rooms() {
    return desk.busiest().get().stream().map(Insight::row).toList();
  }

  private static List<String> row(Busy room) {
    return List.of(room.room().text(), Numbers.count(room.messages()));
  }
}
