package conclave.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the machine lacks is said, with what to do. */
class MachineChecksTest {
  @TempDir Path data;

  private Ward ward() {
    return new Ward(data);
  }

  @Test
  void openFilesThatSufficeAreWell() {
    assertThat(ward().look(new OpenFilesCheck()))
        .containsExactly("OK limits.connections: 100000 fit: 1048576 files may be open");
    Ward endless = ward();
    endless.machine.openFiles = Optional.of(Long.MAX_VALUE);
    assertThat(endless.look(new OpenFilesCheck()).get(0)).startsWith("OK ");
    Ward unknown = ward();
    unknown.machine.openFiles = Optional.empty();
    assertThat(unknown.look(new OpenFilesCheck()).get(0)).startsWith("OK ").contains("not known");
  }

  @Test
  void openFilesThatDoNotSufficeAreSaidWithBothWaysOut() {
    Ward ward = ward();
    ward.machine.openFiles = Optional.of(4_096L);
    assertThat(ward.look(new OpenFilesCheck()))
        .containsExactly(
            "WARNING limits.connections: 100000 do not fit: 4096 files may be open, one for each"
                + " connection. Raise LimitNOFILE of the unit (or the hard limit: ulimit -Hn) to"
                + " 100300, or set limits.connections to 3796");
    assertThat(ward.look(new OpenFilesCheck(), "limits.connections=3796").get(0)).startsWith("OK ");
  }

  @Test
  void aServerSaysItAtItsStart() {
    assumeTrue(new ThisMachine().openFiles().filter(most -> most < 10_000_000).isPresent());
    Patient patient = ward().patient("limits.connections=10000000");
    assertThat(OpenFilesCheck.warning(patient.config()))
        .hasValueSatisfying(
            found -> assertThat(found.toString()).contains("10000000 do not fit: "));
    assertThat(OpenFilesCheck.warning(ward().patient("limits.connections=1").config())).isEmpty();
  }

  @Test
  void thisMachineSaysHowManyFilesMayBeOpen() {
    assertThat(new ThisMachine().openFiles())
        .hasValueSatisfying(most -> assertThat(most).isPositive());
    assertThat(new ThisMachine().memory()).isGreaterThan(Ward.MIB);
    assertThat(new ThisMachine().ipv6()).isNotEqualTo(Machine.Ipv6.NONE);
  }

  @Test
  void memoryThatDoesNotSufficeIsSaid() {
    assertThat(ward().look(new MemoryCheck()))
        .containsExactly("OK memory: Java may take 4096 MiB of 16384 MiB");
    Ward small = ward();
    small.machine.heap = 256 * Ward.MIB;
    small.machine.memory = 1_024 * Ward.MIB;
    assertThat(small.look(new MemoryCheck()).get(0))
        .startsWith("WARNING memory: Java may take 256 MiB of 1024 MiB, enough for about 4096 ")
        .contains("-Xmx3253m");
    Ward greedy = ward();
    greedy.machine.heap = 16_000 * Ward.MIB;
    assertThat(greedy.look(new MemoryCheck()).get(0))
        .startsWith("PROBLEM memory: ")
        .endsWith("Set CONCLAVE_JAVA_OPTS=-Xmx8192m");
  }

  @Test
  void aClockThatNobodyKeepsRightIsSaid() {
    assertThat(ward().look(new ClockCheck()))
        .containsExactly("OK clock: kept right by a time server");
    Ward free = ward();
    free.machine.isClockKept = Optional.of(false);
    assertThat(free.look(new ClockCheck()).get(0)).startsWith("WARNING clock: not kept right");
    Ward unknown = ward();
    unknown.machine.isClockKept = Optional.empty();
    assertThat(unknown.look(new ClockCheck()).get(0)).startsWith("OK clock: ");
  }

  @Test
  void aClockBehindTheStoreIsAProblem() {
    Ward ward = ward();
    Instant later = Ward.NOW.plusSeconds(3_600);
    ward.store = Optional.of(Ward.store(0, false, true, later));
    assertThat(ward.look(new ClockCheck()).get(0))
        .startsWith(
            "PROBLEM clock: it is 2026-11-30T00:00:00Z, and the store has an event of"
                + " 2026-11-30T01:00:00Z");
    ward.store = Optional.of(Ward.store(0, false, true, Ward.NOW.plusSeconds(4)));
    assertThat(ward.look(new ClockCheck()).get(0)).startsWith("OK clock: ");
  }
}
