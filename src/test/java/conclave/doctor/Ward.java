package conclave.doctor;

import conclave.config.ConfigLoader;
import conclave.config.LoadResult;
import conclave.store.Checkup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Patients that lack nothing, until a test says what. */
final class Ward {
  static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
  static final long MIB = 1 << 20;

  private final Path data;
  FakeMachine machine = new FakeMachine();
  Instant now = NOW;
  boolean isRunning;
  Optional<Checkup> store = Optional.empty();
  Optional<String> refusal = Optional.empty();

  Ward(Path data) {
    this.data = data;
  }

  Patient patient(String... sets) {
    LoadResult loaded = ConfigLoader.load(Optional.empty(), Map.of(), List.of(sets));
    return new Patient(
        loaded.config().orElseThrow(() -> new AssertionError(loaded.mistakes())),
        data,
        machine,
        now,
        isRunning,
        new Patient.StoreState(store, refusal));
  }

  /** Somebody listens on this port of {@code ::1}; 0 for any. */
  static ServerSocket held(int port) throws IOException {
    byte[] here = new byte[16];
    here[15] = 1;
    return new ServerSocket(port, 1, InetAddress.getByAddress(here));
  }

  /** Each on one line, with its level. */
  List<String> look(Check check, String... sets) {
    return check.look(patient(sets)).stream()
        .map(finding -> finding.level() + " " + finding)
        .toList();
  }

  static Checkup store(int pending, boolean isNewer, boolean isWritable, Instant newest) {
    return new Checkup(
        "conclave.db",
        "version 20",
        pending,
        isNewer,
        isWritable,
        Optional.of(newest),
        2_048 * MIB,
        0,
        List.of());
  }

  /** A machine that a test makes worse. */
  static final class FakeMachine implements Machine {
    Optional<Long> openFiles = Optional.of(1_048_576L);
    long heap = 4_096 * MIB;
    long memory = 16_384 * MIB;
    long free = 100_000 * MIB;
    Ipv6 ipv6 = Ipv6.GLOBAL;
    Optional<Boolean> isClockKept = Optional.of(true);
    String user = System.getProperty("user.name");

    @Override
    public Optional<Long> openFiles() {
      return openFiles;
    }

    @Override
    public long heap() {
      return heap;
    }

    @Override
    public long memory() {
      return memory;
    }

    @Override
    public long free(Path path) {
      return free;
    }

    @Override
    public Ipv6 ipv6() {
      return ipv6;
    }

    @Override
    public Optional<Boolean> isClockKept() {
      return isClockKept;
    }

    @Override
    public String user() {
      return user;
    }
  }
}
