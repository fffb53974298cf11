package conclave.bench;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What came of one run.
 *
 * @param room which kind of room it was in
 * @param repetition from 1
 * @param messages that were sent, all in all
 * @param expected deliveries, all in all
 * @param delivered of them, each counted once
 * @param messagesPerSecond while it was measured
 * @param deliveriesPerSecond while it was measured
 * @param deliveriesInTime how many that were
 * @param latencies by the server of the receiver
 * @param usage while it was measured
 */
record Talked(
    String room,
    int repetition,
    long messages,
    long expected,
    long delivered,
    double messagesPerSecond,
    double deliveriesPerSecond,
    long deliveriesInTime,
    List<Latencies> latencies,
    Usage usage,
    Faults faults) {

  /** Server CPU for a million deliveries. */
  OptionalDouble serverCpuSecondsPerMillion() {
    return usage.serverCpuSecondsPer(deliveriesInTime / 1e6);
  }

  Latencies allLatencies() {
    Latencies all = new Latencies();
    latencies.forEach(all::add);
    return all;
  }
}
