package conclave.bench;

import java.io.IOException;
import java.util.function.IntPredicate;

/** Crowds that come in and go again, and what that costs. */
final class Entrances {
  private Entrances() {}

  /** Lets a crowd in. */
  static Entered enter(
      Venue venue, Crowd crowd, int repetition, int clients, IntPredicate wantsEcho)
      throws IOException {
    Latencies latencies = new Latencies();
    Sample before = venue.processes().sample();
    venue.onLoop(() -> crowd.enter(clients, wantsEcho, latencies));
    Usage usage = Usage.between(before, venue.processes().sample());
    return new Entered(repetition, clients, latencies, usage, before.serverBytes());
  }

  /** Lets the last crowd go; an own server ends anyhow, before thousands have said goodbye. */
  static void end(Venue venue, Crowd crowd) throws IOException {
    if (!venue.isOwn()) {
      leave(venue, crowd);
    }
  }

  /** Lets a crowd go. */
  static void leave(Venue venue, Crowd crowd) throws IOException {
    venue.onLoop(crowd::leave);
  }
}
