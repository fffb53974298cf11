package conclave.bench;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * What was used between two moments.
 *
 * @param seconds how long that was
 * @param serverCpuSeconds of the server's processes; nothing where it is not known
 * @param serverBytes their resident memory at the end
 * @param ownCpuSeconds of this process
 * @param machineCpuSeconds of everything on this machine
 */
record Usage(
    double seconds,
    OptionalDouble serverCpuSeconds,
    OptionalLong serverBytes,
    OptionalDouble ownCpuSeconds,
    OptionalDouble machineCpuSeconds) {

  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  /** More than this of the one loop, and it is no longer sure who was slow. */
  private static final double BUSY = 0.85;

  /** As much as a quiet machine does besides. */
  static final double OTHERS = 0.5;

  static Usage between(Sample from, Sample to) {
    return new Usage(
        (to.nanos() - from.nanos()) / NANOS,
        seconds(from.serverCpu(), to.serverCpu()),
        to.serverBytes(),
        seconds(from.ownCpu(), to.ownCpu()),
        seconds(from.machineCpu(), to.machineCpu()));
  }

  private static OptionalDouble seconds(OptionalLong from, OptionalLong to) {
    return from.isEmpty() || to.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((to.getAsLong() - from.getAsLong()) / NANOS);
  }

  OptionalDouble serverCores() {
    return cores(serverCpuSeconds);
  }

  OptionalDouble ownCores() {
    return cores(ownCpuSeconds);
  }

  /** What neither the server nor this process has used; nothing where that is not known. */
  OptionalDouble othersCores() {
    return machineCpuSeconds.isEmpty() || serverCpuSeconds.isEmpty() || ownCpuSeconds.isEmpty()
        ? OptionalDouble.empty()
        : cores(
            OptionalDouble.of(
                Math.max(
                    0,
                    machineCpuSeconds.getAsDouble()
                        - serverCpuSeconds.getAsDouble()
                        - ownCpuSeconds.getAsDouble())));
  }

  /** Server CPU for each of so many. */
  OptionalDouble serverCpuSecondsPer(double units) {
    return serverCpuSeconds.isEmpty() || units <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(serverCpuSeconds.getAsDouble() / units);
  }

  private OptionalDouble cores(OptionalDouble cpuSeconds) {
    return cpuSeconds.isEmpty() || seconds <= 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(cpuSeconds.getAsDouble() / seconds);
  }

  /** May this process have been slower than the server? */
  boolean generatorWasBusy() {
    return ownCores().orElse(0) > BUSY;
  }
}
