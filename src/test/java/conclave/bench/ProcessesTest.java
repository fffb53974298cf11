package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private static final long OWN = ProcessHandle.current().pid();

  @TempDir Path proc;

  @Test
  void memoryAndWorkAreReadAsTheSystemTellsThem() throws IOException {
    Files.createDirectory(proc.resolve(Long.toString(OWN)));
    Files.writeString(
        proc.resolve(Long.toString(OWN)).resolve("status"),
        "Name:\tjava\nVmHWM:\t  9999 kB\nVmRSS:\t    2048 kB\n");
    Files.writeString(proc.resolve("stat"), "cpu  10 2 3 1000 500 4 5 6 7 8\ncpu0 1 1 1 1\n");

    Sample sample = new Processes(List.of(OWN), proc).sample();
    assertThat(sample.serverBytes()).hasValue(2_048 * 1_024);
    assertThat(sample.machineCpu()).hasValue(30 * 10_000_000L);
    assertThat(sample.serverCpu()).isPresent();
  }

  @Test
  void whatASystemDoesNotTellIsLeftOut() throws IOException {
    Sample sample = new Processes(List.of(OWN), proc).sample();
    assertThat(sample.serverBytes()).isEmpty();
    assertThat(sample.machineCpu()).isEmpty();
    assertThat(new Processes(List.of(), proc).sample().serverCpu()).isEmpty();
  }

  @Test
  void aProcessThatDoesNotRunIsSaid() {
    assertThatThrownBy(() -> new Processes(List.of(Long.MAX_VALUE), proc))
        .isInstanceOf(IOException.class)
        .hasMessage("no process " + Long.MAX_VALUE + " runs");
  }

  @Test
  void whatWasUsedIsTheDifference() {
    OptionalLong nothing = OptionalLong.empty();
    Sample from =
        new Sample(
            0, OptionalLong.of(1_000_000_000L), OptionalLong.of(5), OptionalLong.of(0), nothing);
    Sample to =
        new Sample(
            2_000_000_000L,
            OptionalLong.of(2_000_000_000L),
            OptionalLong.of(7),
            OptionalLong.of(1_900_000_000L),
            nothing);
    Usage usage = Usage.between(from, to);
    assertThat(usage.seconds()).isEqualTo(2);
    assertThat(usage.serverCores()).isEqualTo(OptionalDouble.of(0.5));
    assertThat(usage.serverCpuSecondsPer(4)).isEqualTo(OptionalDouble.of(0.25));
    assertThat(usage.serverBytes()).hasValue(7);
    assertThat(usage.generatorWasBusy()).isTrue();
    assertThat(usage.othersCores()).isEmpty();
  }

  @Test
  void aHeapIsTheSumOfItsGenerations() {
    assertThat(
            JavaHeap.read(
                """
                4711:
                 def new generation   total 78656K, used 10K [0x1, 0x2, 0x3)
                  eden space 69952K,   0% used [0x1, 0x2, 0x3)
                 tenured generation   total 174784K, used 90K [0x1, 0x2, 0x3)
                 Metaspace       used 6000K, committed 6200K, reserved 1056768K
                """))
        .hasValue(100 * 1_024);
    assertThat(JavaHeap.read("4711:\nNo such process\n")).isEmpty();
  }
}
