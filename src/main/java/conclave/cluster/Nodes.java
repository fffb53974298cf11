package conclave.cluster;

import conclave.bus.FewWarnings;
import conclave.cluster.NodeTable.Census;
import conclave.cluster.NodeTable.Entry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which nodes there are: those that the cluster manager is joined with and that the store
 * has heard of lately. One loop.
 */
final class Nodes {
  private static final long BEAT_MILLIS = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Nodes.class);

  private final Vertx vertx;
  private final NodeTable table;
  private final Supplier<Long> grace;
  private final Entry self;
  private final Supplier<List<String>> joined;
  private final Views views;
  private final Promise<Void> buried = Promise.promise();
  private final FewWarnings warnings = new FewWarnings();
  private volatile List<Entry> living = List.of();
  private volatile List<String> dead = List.of();
  private final Outage outage = new Outage(System::nanoTime);
  private OptionalLong cutOff = OptionalLong.empty();
  private boolean wasWhole;
  private boolean isAsking;
  private boolean isOver;

  /**
   * The nodes as one of them finds them.
   *
   * @param ports where they are written down, and how long one that is cut off waits
   * @param joined whom the cluster manager is joined with, as it calls them
   */
  Nodes(Vertx vertx, Cluster.Ports ports, Entry self, Supplier<List<String>> joined, Views views) {
    this.vertx = vertx;
    this.table = ports.table();
    this.grace = ports.grace();
    this.self = self;
    this.joined = joined;
    this.views = views;
  }

  /** Looks now, and again and again. */
  Future<Void> start() {
    vertx.setPeriodic(BEAT_MILLIS, id -> beat());
    return beat();
  }

  /** Done when this node has been declared dead: it may go on as another one. */
  Future<Void> buried() {
    return buried.future();
  }

  /** All that live, with their names. */
  List<Entry> living() {
    return living;
  }

  /** Those that were declared dead. */
  List<String> dead() {
    return dead;
  }

  /** Looks now: something has changed. */
  Future<Void> beat() {
    if (isAsking || isOver) {
      return Future.succeededFuture();
    }
    isAsking = true;
    long patience = outage.patience();
    return table
        .beat(self, patience)
        .timeout(NodeTable.LIVING_MILLIS, TimeUnit.MILLISECONDS)
        .onComplete(
            census -> {
              isAsking = false;
              see(census, outage.answered(patience));
            },
            away -> {
              isAsking = false;
              missed(away);
            })
        .mapEmpty();
  }

  private void see(Census census, boolean isBelieved) {
    if (isOver) {
      return;
    }
    if (census.isBuried()) {
      end();
      buried.tryComplete();
      return;
    }
    if (!isBelieved) {
      cutOff = OptionalLong.empty();
      beat();
      return;
    }
    living = census.living();
    dead = census.dead();
    List<String> members = joined.get();
    List<String> here = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (Entry entry : living) {
      all.add(entry.id());
      if (members.contains(entry.joined())) {
        here.add(entry.id());
      }
    }
    View view = View.of(self.id(), here, all);
    if (!view.equals(views.current())) {
      LOG.info("the nodes are now {}{}", names(view), view.isWhole() ? "" : ", too few to go on");
    }
    views.see(view);
    giveUpWhereCutOff(view);
  }

  /**
   * Who is in touch with too few for longer than users may be away does not keep them any longer
   * from going to a node that can do something for them.
   */
  private void giveUpWhereCutOff(View view) {
    long now = System.nanoTime();
    if (view.isWhole()) {
      wasWhole = true;
      cutOff = OptionalLong.empty();
    } else if (wasWhole && cutOff.isEmpty()) {
      cutOff = OptionalLong.of(now);
    } else if (wasWhole && (now - cutOff.getAsLong()) / 1_000_000 > patience()) {
      LOG.warn("this node is cut off from most others, which go on without it");
      end();
      table.leave(self.id()).onComplete(left -> buried.tryComplete(), away -> buried.tryComplete());
    }
  }

  private long patience() {
    return Math.max(grace.get(), NodeTable.LIVING_MILLIS);
  }

  private List<String> names(View view) {
    return living.stream().filter(entry -> view.has(entry.id())).map(Entry::name).toList();
  }

  /** Whoever can't say that it lives is dead to the others in a moment. */
  private void missed(Throwable away) {
    cutOff = OptionalLong.empty();
    warnings.warn(LOG, "the store does not say which nodes live: " + away.getMessage());
    if (outage.isLong()) {
      views.see(View.none(self.id()));
    }
  }

  /** Has the store been there for so long that who was not heard of is not there? */
  boolean isSteady() {
    return outage.isOver() && !outage.isLong();
  }

  /** Owns nothing from now on. */
  void end() {
    isOver = true;
    views.see(View.none(self.id()));
  }
}
