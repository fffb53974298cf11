package conclave.doctor;

import java.util.List;

/** Looks at one side of a server, and changes nothing. Blocks. */
@FunctionalInterface
interface Check {
  List<Finding> look(Patient patient);
}
