package conclave.bench;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Clients in rooms that talk: fan-out, many rooms, history, a cluster. */
final class Talking {
  private final Venue venue;
  private final Report report;
  private final Seating seating;
  private final Plan plan;
  private final List<Kind> kinds;
  private final Crowd crowd;

  /** Of each run, so that what is left of another is known as that. */
  private int run = ThreadLocalRandom.current().nextInt();

  /**
   * Clients that are to talk.
   *
   * @param kinds of rooms, which are talked in in turns; everybody is in one of each
   */
  Talking(Venue venue, Report report, Seating seating, Plan plan, List<Kind> kinds) {
    this.venue = venue;
    this.report = report;
    this.seating = seating;
    this.plan = plan;
    this.kinds = kinds;
    this.crowd = venue.crowd();
  }

  /** Does all of it; returns whether all was as it has to be. */
  boolean run() throws IOException {
    report.entered(Entrances.enter(venue, crowd, 1, seating.clients(), this::wantsEcho));
    for (Kind kind : kinds) {
      long begun = System.nanoTime();
      venue.onLoop(() -> join(kind));
      report.joined(kind.name(), (System.nanoTime() - begun) / 1e9);
    }
    List<Talked> all = new ArrayList<>();
    for (int repetition = 1; repetition <= plan.repeat(); repetition++) {
      for (Kind kind : kinds) {
        Talk.Run next = new Talk.Run(kind.name(), repetition, run++);
        all.add(
            venue.onLoop(
                () ->
                    new Talk(venue.vertx(), crowd, seating, plan, venue.processes(), next).run()));
        report.talked(all.get(all.size() - 1));
      }
    }
    report.talked(all, venue.destinations());
    boolean hasFaults = all.stream().anyMatch(talked -> talked.faults().areThere());
    Entrances.end(venue, crowd);
    return !hasFaults;
  }

  private boolean wantsEcho(int client) {
    return seating.slot(client) >= 0;
  }

  /** Who is to give a room its mode comes first, and so makes the room. */
  private Future<Void> join(Kind kind) {
    return crowd
        .join(seating, kind.name(), 0, seating.rooms())
        .compose(
            made ->
                kind.mode()
                    .map(mode -> crowd.mode(seating, kind.name(), mode))
                    .orElse(Future.succeededFuture()))
        .compose(set -> crowd.join(seating, kind.name(), seating.rooms(), seating.clients()));
  }
}
