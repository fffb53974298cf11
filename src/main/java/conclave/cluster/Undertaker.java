package conclave.cluster;

import conclave.bus.FewWarnings;
import conclave.bus.Inhabitants;
import conclave.bus.PlaceRequest;
import conclave.cluster.NodeTable.Orphan;
import conclave.name.Nick;
import conclave.room.Origin;
import conclave.room.RoomCommand.Depart;
import conclave.shard.Owners;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to those who were on a node that is dead and have not come back: who stays without a
 * connection stays here, and the rooms of all others are told that they left, once. Of the first
 * node alone; whatever it does not come to do, the next one does. One loop.
 */
final class Undertaker {
  private static final Logger LOG = LoggerFactory.getLogger(Undertaker.class);
  private static final String REASON = "Connection lost";

  /** Every so many looks all rooms are looked at, whoever died. */
  private static final int ROUND = 30;

  private final String self;
  private final NodeTable table;
  private final Inhabitants inhabitants;
  private final Owners owners;
  private final Supplier<Long> grace;
  private final FewWarnings warnings = new FewWarnings();
  private Set<Orphan> suspects = Set.of();
  private boolean isBusy;
  private long looks;
  private long count;

  /**
   * The undertaker on one node.
   *
   * @param grace for how long the users of a node that is gone may come back, milliseconds
   */
  Undertaker(
      String self, NodeTable table, Inhabitants inhabitants, Owners owners, Supplier<Long> grace) {
    this.self = self;
    this.table = table;
    this.inhabitants = inhabitants;
    this.owners = owners;
    this.grace = grace;
  }

  /** Looks whether there is something to do. */
  void look(View view) {
    if (isBusy || !view.isFirst()) {
      return;
    }
    isBusy = true;
    boolean isRound = ++looks % ROUND == 0;
    table
        .bury(Math.max(grace.get(), NodeTable.LIVING_MILLIS))
        .compose(buried -> table.graves())
        .compose(graves -> graves.isEmpty() && !isRound ? Future.succeededFuture() : bury(graves))
        .onFailure(away -> warnings.warn(LOG, "the dead can't be buried: " + away.getMessage()))
        .onComplete(done -> isBusy = false);
  }

  private Future<Void> bury(List<String> graves) {
    Future<Void> done = Future.succeededFuture();
    for (String dead : graves) {
      List<Nick> adopted = inhabitants.adopt(dead);
      done = done.compose(before -> table.adopt(dead, self, adopted));
    }
    return done.compose(adopted -> table.orphans()).compose(orphans -> end(graves, orphans));
  }

  /**
   * Who is in a room and nowhere else at two looks is so: at one it may be about to have another
   * nick.
   */
  private Future<Void> end(List<String> graves, List<Orphan> orphans) {
    List<Orphan> sure = orphans.stream().filter(suspects::contains).toList();
    boolean isAll = sure.size() == orphans.size();
    suspects = Set.copyOf(orphans);
    long which = ++count;
    if (!sure.isEmpty()) {
      LOG.info("users of nodes that are gone give up {} places in rooms", sure.size());
    }
    return Future.join(sure.stream().map(orphan -> tell(orphan, which)).toList())
        .compose(
            told ->
                isAll
                    ? Future.join(graves.stream().map(table::close).toList()).mapEmpty()
                    : Future.succeededFuture());
  }

  private Future<?> tell(Orphan orphan, long which) {
    Depart depart = new Depart(orphan.user(), REASON);
    // One for all rooms of a user, so that who shares several of them is told once.
    Origin origin = new Origin(self + "-lost-" + orphan.user().nick().key(), which);
    return owners.ask(orphan.room(), new PlaceRequest.Do(orphan.room(), depart, origin));
  }
}
