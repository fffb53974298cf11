package conclave.bench;

import java.util.OptionalLong;

/**
 * What was used up to a moment.
 *
 * @param nanos the moment
 * @param serverCpu nanoseconds of the server's processes
 * @param serverBytes their resident memory
 * @param ownCpu nanoseconds of this process
 * @param machineCpu nanoseconds of everything on this machine
 */
record Sample(
    long nanos,
    OptionalLong serverCpu,
    OptionalLong serverBytes,
    OptionalLong ownCpu,
    OptionalLong machineCpu) {}
