package conclave.doctor;

import conclave.config.Config;
import java.util.List;
import java.util.Optional;

/** May the server have as many files open as it lets connections in? */
public final class OpenFilesCheck implements Check {
  /** What a server has open beside its connections. */
  private static final int RESERVE = 300;

  private static final String SUBJECT = "limits.connections";

  /** In the table. */
  OpenFilesCheck() {}

  /** A warning where this process may not have as many open as its configuration asks for. */
  public static Optional<Finding> warning(Config config) {
    return Optional.of(finding(config, new ThisMachine())).filter(found -> !found.isWell());
  }

  @Override
  public List<Finding> look(Patient patient) {
    return List.of(finding(patient.config(), patient.machine()));
  }

  private static Finding finding(Config config, Machine machine) {
    Optional<Long> open = machine.openFiles();
    int wanted = config.limits().connections();
    if (open.isEmpty()) {
      return Finding.ok(SUBJECT, "how many files may be open is not known on this system");
    }
    long room = open.get() - RESERVE;
    if (room >= wanted) {
      String most = open.get() == Long.MAX_VALUE ? "any number of" : open.get().toString();
      return Finding.ok(SUBJECT, wanted + " fit: " + most + " files may be open");
    }
    return Finding.warning(
        SUBJECT,
        wanted + " do not fit: " + open.get() + " files may be open, one for each connection",
        "Raise LimitNOFILE of the unit (or the hard limit: ulimit -Hn) to "
            + (wanted + RESERVE)
            + ", or set limits.connections to "
            + Math.max(1, room));
  }
}
