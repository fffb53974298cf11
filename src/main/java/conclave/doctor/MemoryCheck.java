package conclave.doctor;

import java.util.List;

/** Has Java the memory that the connections may take, and the machine what Java may take? */
final class MemoryCheck implements Check {
  private static final long MIB = 1 << 20;

  /** Of a server with nobody in it. */
  private static final long BASE = 128 * MIB;

  /** Reckoned, not measured: a connection with its user, in some rooms. */
  private static final long EACH = 32 << 10;

  private static final int PERCENT = 100;
  private static final int MOST_PERCENT = 85;

  @Override
  public List<Finding> look(Patient patient) {
    long heap = patient.machine().heap();
    long memory = patient.machine().memory();
    if (heap > memory / PERCENT * MOST_PERCENT) {
      return List.of(
          Finding.problem(
              "memory",
              "Java may take " + mib(heap) + " of " + mib(memory) + ", which leaves too little",
              "Set CONCLAVE_JAVA_OPTS=-Xmx" + memory / MIB / 2 + "m"));
    }
    int wanted = patient.config().limits().connections();
    long room = Math.max(0, (heap - BASE) / EACH);
    if (room < wanted) {
      return List.of(
          Finding.warning(
              "memory",
              "Java may take "
                  + mib(heap)
                  + " of "
                  + mib(memory)
                  + ", enough for about "
                  + room
                  + " connections, not for "
                  + wanted,
              "Set limits.connections to that, or give more by CONCLAVE_JAVA_OPTS=-Xmx"
                  + (BASE + wanted * EACH) / MIB
                  + "m, where the machine has it"));
    }
    return List.of(Finding.ok("memory", "Java may take " + mib(heap) + " of " + mib(memory)));
  }

  private static String mib(long bytes) {
    return bytes / MIB + " MiB";
  }
}
