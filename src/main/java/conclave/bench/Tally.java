package conclave.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checks each delivery of one run, and counts. For each member and each sender of its room it knows
 * the last number that came and which of the 64 before; for each member, a hash of the order in
 * which messages came.
 */
final class Tally {
  private static final long MULTIPLIER = 0x9E37_79B9_7F4A_7C15L;

  private final Seating seating;
  private final IntPredicate echoed;
  private final Span measured;
  private final int[] first;
  private final int[] last;
  private final long[] recent;
  private final int[] received;
  private final long[] order;
  private final int[] sent;
  private final List<Latencies> latencies;
  private long messages;
  private long messagesInTime;
  private long expected;
  private long delivered;
  private long inTime;
  private long twice;
  private long late;
  private long foreign;

  /**
   * A tally of a run.
   *
   * @param echoed whether a client is told what it has said itself
   * @param measured of this span messages count for the latencies, and deliveries for the rate
   */
  Tally(Seating seating, IntPredicate echoed, Span measured) {
    this.seating = seating;
    this.echoed = echoed;
    this.measured = measured;
    int clients = seating.clients();
    first = new int[clients];
    int cells = 0;
    for (int client = 0; client < clients; client++) {
      first[client] = cells;
      cells += seating.sendersIn(seating.room(client));
    }
    last = new int[cells];
    Arrays.fill(last, -1);
    recent = new long[cells];
    received = new int[clients];
    order = new long[clients];
    sent = new int[clients];
    latencies = Stream.generate(Latencies::new).limit(seating.servers()).toList();
  }

  /** A part of a run, in nanoseconds since its beginning. */
  record Span(long from, long to) {
    boolean has(long time) {
      return time >= from && time < to;
    }
  }

  /**
   * A client says something.
   *
   * @param due nanoseconds since the run began
   * @return the number of the message
   */
  int sends(int client, long due) {
    messages++;
    messagesInTime += measured.has(due) ? 1 : 0;
    expected += seating.membersOf(seating.room(client)) - (echoed.test(client) ? 0 : 1);
    return sent[client]++;
  }

  /**
   * A message has come to a client.
   *
   * @param now nanoseconds since the run began
   * @return whether it is one of the run that has not come before
   */
  boolean delivered(int client, Stamp stamp, long now) {
    int sender = stamp.sender;
    if (sender >= first.length
        || stamp.room != seating.room(client)
        || seating.room(sender) != stamp.room
        || stamp.number >= sent[sender]) {
      foreign++;
      return false;
    }
    int cell = first[client] + seating.slot(sender);
    if (stamp.number == last[cell] + 1) {
      last[cell] = stamp.number;
      recent[cell] = (recent[cell] << 1) | 1;
    } else if (!isNewOutOfTurn(cell, stamp.number)) {
      twice++;
      return false;
    }
    received[client]++;
    delivered++;
    order[client] = order[client] * MULTIPLIER + (((long) sender << 32) | stamp.number) + 1;
    if (measured.has(stamp.time)) {
      latencies.get(seating.server(client)).record(now - stamp.time);
    }
    if (measured.has(now)) {
      inTime++;
    }
    return true;
  }

  private boolean isNewOutOfTurn(int cell, int number) {
    int ahead = number - last[cell];
    if (ahead > 0) {
      recent[cell] = (ahead < Long.SIZE ? recent[cell] << ahead : 0) | 1;
      last[cell] = number;
      return true;
    }
    long bit = -ahead < Long.SIZE ? 1L << -ahead : 0;
    if (bit == 0 || (recent[cell] & bit) != 0) {
      return false;
    }
    recent[cell] |= bit;
    late++;
    return true;
  }

  /** A message has come that is not of the run. */
  void foreign() {
    foreign++;
  }

  long messages() {
    return messages;
  }

  /** How many were due within what is measured. */
  long messagesInTime() {
    return messagesInTime;
  }

  long expected() {
    return expected;
  }

  /** How many deliveries have come, each once. */
  long delivered() {
    return delivered;
  }

  /** How many came within what is measured. */
  long inTime() {
    return inTime;
  }

  /** How long it took, by the receivers' servers. */
  List<Latencies> latencies() {
    return latencies;
  }

  /** What was wrong, once all has come that will. */
  Faults faults(long disconnected) {
    return new Faults(expected - delivered, twice, late, orderDiffers(), foreign, disconnected);
  }

  /** Only who hears all of a room can be compared, and only where all has come. */
  private OptionalLong orderDiffers() {
    if (expected != delivered) {
      return OptionalLong.empty();
    }
    long differing = 0;
    boolean isKnown = true;
    for (int room = 0; room < seating.rooms(); room++) {
      long[] orders =
          membersOf(room)
              .filter(client -> seating.slot(client) < 0 || echoed.test(client))
              .mapToLong(client -> order[client])
              .toArray();
      isKnown &= orders.length == seating.membersOf(room) || orders.length > 1;
      differing += Arrays.stream(orders).filter(one -> one != orders[0]).count();
    }
    return isKnown ? OptionalLong.of(differing) : OptionalLong.empty();
  }

  private IntStream membersOf(int room) {
    return IntStream.iterate(room, client -> client < seating.clients(), c -> c + seating.rooms());
  }
}
