package conclave.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Measures a server in one of several ways, and prints what comes of it. Each method says whether
 * everything was as it has to be, and fails where it could not be done.
 */
public final class Bench {
  private static final int NO_PAYLOAD = Plan.LEAST_PAYLOAD;

  private final Subject subject;
  private final Report report;

  /**
   * A measurement.
   *
   * @param isJson one JSON object a line, in place of a table
   */
  public Bench(Subject subject, PrintWriter out, boolean isJson) {
    this.subject = subject;
    this.report = isJson ? new JsonReport(out) : new TextReport(out);
  }

  /** One room in which some talk. */
  public boolean fanOut(int clients, int senders, Plan plan) throws IOException {
    demandSeats(clients, 1, senders);
    return talk("fan-out", Seating.of(clients, 1, 1, senders), plan, List.of(Kind.USUAL));
  }

  /** Many rooms in which everybody talks. */
  public boolean rooms(int clients, int rooms, Plan plan) throws IOException {
    demandSeats(clients, rooms, clients);
    return talk("rooms", Seating.of(clients, rooms, 1, clients), plan, List.of(Kind.USUAL));
  }

  /** One room whose messages are stored, and one whose are not, in turns. */
  public boolean history(int clients, int senders, Plan plan) throws IOException {
    demandSeats(clients, 1, senders);
    return talk(
        "history", Seating.of(clients, 1, 1, senders), plan, List.of(Kind.STORED, Kind.EPHEMERAL));
  }

  /** One room with members on several servers; those of the first talk. */
  public boolean cluster(int clients, int senders, Plan plan) throws IOException {
    int servers = subject.destinations().size();
    demand(servers > 1, "a cluster has several servers: give --server for each");
    demand(clients <= Stamp.MOST, "--clients is at most " + Stamp.MOST);
    int most = Seating.mostSenders(clients, servers);
    demand(
        clients > servers && senders >= 1 && senders <= most,
        "--clients is more than there are servers, and --senders at most those of the first");
    return talk("cluster", Seating.of(clients, 1, servers, senders), plan, List.of(Kind.USUAL));
  }

  private static void demandSeats(int clients, int rooms, int senders) {
    demand(clients >= 2 && clients <= Stamp.MOST, "--clients is 2 to " + Stamp.MOST);
    demand(rooms >= 1 && rooms * 2L <= clients, "--rooms is 1 to half of --clients");
    demand(senders >= 1 && senders <= clients, "--senders is 1 to --clients");
  }

  private static void demand(boolean isSo, String sentence) {
    if (!isSo) {
      throw new IllegalArgumentException(sentence);
    }
  }

  private boolean talk(String name, Seating seating, Plan plan, List<Kind> kinds)
      throws IOException {
    demand(
        seating.cells() <= Seating.MOST_CELLS,
        "so many senders cannot be checked with so many members: take fewer");
    try (Venue venue = Venue.open(subject, plan.payload())) {
      report.begins(
          new Scenario(
              name,
              venue.name(),
              seating.clients(),
              seating.rooms(),
              seating.senders(),
              Optional.of(plan)));
      boolean isWell = new Talking(venue, report, seating, plan, kinds).run();
      report.ends();
      return isWell;
    }
  }

  /** A storm of connections, each with a whole handshake. */
  public boolean connect(int clients, int repeat) throws IOException {
    demandClients(clients);
    demand(repeat >= 1 && repeat <= 1_000, "--repeat is 1 to 1000");
    try (Venue venue = Venue.open(subject, NO_PAYLOAD)) {
      report.begins(new Scenario("connect", venue.name(), clients, 0, 0, Optional.empty()));
      boolean isWell = true;
      for (int repetition = 1; repetition <= repeat; repetition++) {
        Crowd crowd = venue.crowd();
        report.entered(Entrances.enter(venue, crowd, repetition, clients, client -> false));
        isWell &= crowd.loss().isEmpty();
        Entrances.leave(venue, crowd);
      }
      report.ends();
      return isWell;
    }
  }

  /** Connections on which nothing happens. */
  public boolean idle(int clients, int seconds) throws IOException {
    demandClients(clients);
    demand(seconds >= 1 && seconds <= 86_400, "--seconds is 1 to 86400");
    try (Venue venue = Venue.open(subject, NO_PAYLOAD)) {
      report.begins(new Scenario("idle", venue.name(), clients, 0, 0, Optional.empty()));
      OptionalLong heapBefore = venue.heap();
      Crowd crowd = venue.crowd();
      Entered entered = Entrances.enter(venue, crowd, 1, clients, client -> false);
      report.entered(entered);
      OptionalLong heap = venue.heap();
      Sample before = venue.processes().sample();
      venue.pass(seconds);
      Usage usage = Usage.between(before, venue.processes().sample());
      report.idled(
          new Idled(
              clients,
              usage,
              each(entered.bytesBefore(), usage.serverBytes(), clients),
              each(heapBefore, heap, clients)));
      boolean isWell = crowd.loss().isEmpty();
      Entrances.end(venue, crowd);
      report.ends();
      return isWell;
    }
  }

  private static void demandClients(int clients) {
    demand(clients >= 1 && clients <= Stamp.MOST, "--clients is 1 to " + Stamp.MOST);
  }

  private static OptionalDouble each(OptionalLong before, OptionalLong after, int clients) {
    return before.isEmpty() || after.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (after.getAsLong() - before.getAsLong()) / clients);
  }
}
