package conclave.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * All clients are in.
 *
 * @param repetition from 1
 * @param latencies from the first packet of each to its welcome
 * @param usage from the first client's first packet to the last one's welcome
 * @param bytesBefore the server's resident memory, before the first
 */
record Entered(
    int repetition, int clients, Latencies latencies, Usage usage, OptionalLong bytesBefore) {

  double perSecond() {
    return clients / usage.seconds();
  }

  /** What the server's memory has grown by. */
  OptionalDouble bytesEach() {
    return bytesBefore.isEmpty() || usage.serverBytes().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            (double) (usage.serverBytes().getAsLong() - bytesBefore.getAsLong()) / clients);
  }
}
