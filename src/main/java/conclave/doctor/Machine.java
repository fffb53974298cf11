package conclave.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What the machine says of itself. */
interface Machine {
  /** How many files this process may have open; nothing where that can't be known. */
  Optional<Long> openFiles();

  /** The most memory that Java may take for objects, in bytes. */
  long heap();

  /** The memory of the machine or of the container, in bytes. */
  long memory();

  /** What is free where that path is, in bytes. */
  long free(Path path) throws IOException;

  /** Which addresses of IPv6 it has. */
  Ipv6 ipv6();

  /** Is the clock kept right by a time server? Nothing where that can't be known. */
  Optional<Boolean> isClockKept();

  /** Who this process runs as. */
  String user();

  /** IPv6 addresses. */
  enum Ipv6 {
    NONE,
    LOCAL,
    GLOBAL
  }
}
