package conclave.doctor;

import conclave.store.Checkup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Is the clock right, as far as that can be known here? */
final class ClockCheck implements Check {
  private static final Duration TOLERANCE = Duration.ofSeconds(5);
  private static final String CLOCK = "clock";

  @Override
  public List<Finding> look(Patient patient) {
    Optional<Instant> newest = patient.store().found().flatMap(Checkup::newest);
    Optional<Finding> behind =
        newest
            .filter(time -> time.isAfter(patient.now().plus(TOLERANCE)))
            .map(time -> behind(time, patient.now()));
    return List.of(behind.orElseGet(() -> kept(patient.machine())));
  }

  private static Finding behind(Instant newest, Instant now) {
    return Finding.problem(
        CLOCK,
        "it is " + now + ", and the store has an event of " + newest,
        "Set the clock right. Until then what is said has that event's time, and log-ins that"
            + " expire may do so too late");
  }

  private static Finding kept(Machine machine) {
    return machine
        .isClockKept()
        .map(
            isKept ->
                isKept
                    ? Finding.ok(CLOCK, "kept right by a time server")
                    : Finding.warning(
                        CLOCK,
                        "not kept right by any time server",
                        "Install chrony or systemd-timesyncd: timedatectl set-ntp true"))
        .orElseGet(
            () -> Finding.ok(CLOCK, "not before the store; who keeps it right is not known here"));
  }
}
