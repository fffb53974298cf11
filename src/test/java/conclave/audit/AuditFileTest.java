package conclave.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import conclave.account.Peer;
import conclave.auth.Audit.Detail;
import conclave.auth.Audit.Entry;
import conclave.auth.Audit.Kind;
import conclave.auth.Audit.Mechanism;
import conclave.name.AccountName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the audit log, who may read it, and what a flood does to it. */
class AuditFileTest {
  private static final long PLENTY = 1 << 20;
  private static final Peer PEER =
      new Peer("n1-7", "2001:db8::1", List.of("6/64:20010db800000000"), "irc");
  private static final Entry LOGGED_IN = Entry.of(Kind.LOGGED_IN).about(new AccountName("Alice"));
  private static final Entry FAILED = Entry.of(Kind.LOG_IN_FAILED).about(new AccountName("alice"));

  @TempDir private Path folder;
  private volatile Instant now = Instant.parse("2026-11-24T09:08:07.060Z");
  private final InstantSource clock = () -> now;

  private AuditFile open(long bytes) throws IOException {
    return AuditFile.open(file(), bytes, clock);
  }

  private Path file() {
    return folder.resolve("audit/audit.jsonl");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String counted(String event, int count) {
    return "{\"time\":\"2026-11-24T09:08:07.060Z\",\"event\":\"%s\",\"count\":%d}"
        .formatted(event, count);
  }

  @Test
  void anEntryIsAJsonObjectOnALineOfItsOwn() throws IOException {
    try (AuditFile audit = open(PLENTY)) {
      audit.record(FAILED.from(PEER).with(Mechanism.SCRAM_SHA_256_PLUS).saying(Detail.WRONG_PROOF));
      now = now.plusSeconds(60);
      audit.record(
          Entry.of(Kind.ROLE_CHANGED)
              .about(new AccountName("Bob\\"))
              .by(new AccountName("Alice"))
              .saying(Detail.TO_OPERATOR));
      audit.record(Entry.of(Kind.INVITATION_MADE));
    }
    assertThat(file())
        .hasContent(
            """
            {"time":"2026-11-24T09:08:07.060Z","event":"log-in-failed","account":"alice",\
            "address":"2001:db8::1","connection":"n1-7","client":"irc",\
            "mechanism":"SCRAM-SHA-256-PLUS","detail":"wrong-proof"}
            {"time":"2026-11-24T09:09:07.060Z","event":"role-changed","account":"Bob\\\\",\
            "by":"Alice","detail":"to-operator"}
            {"time":"2026-11-24T09:09:07.060Z","event":"invitation-made"}
            """);
  }

  @Test
  void nobodyElseMayReadIt() throws IOException {
    try (AuditFile audit = open(1)) {
      audit.record(LOGGED_IN);
      audit.record(LOGGED_IN);
    }
    assertThat(permissions(folder.resolve("audit"))).isEqualTo("rwx------");
    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(permissions(file().resolveSibling("audit.1.jsonl"))).isEqualTo("rw-------");
  }

  @Test
  void whatOthersMightReadBeforeIsClosedToThem() throws IOException {
    Files.createDirectories(folder.resolve("audit"));
    Files.writeString(file(), "before\n");
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    open(PLENTY).close();
    assertThat(permissions(file())).isEqualTo("rw-------");
    assertThat(file()).hasContent("before\n");
  }

  @Test
  void aRestartGoesOnWhereItStopped() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (AuditFile audit = open(PLENTY)) {
        audit.record(LOGGED_IN);
      }
    }
    assertThat(Files.readAllLines(file())).hasSize(3);
  }

  @Test
  void aFullFileIsPutAsideAndTwentyOldOnesAreKept() throws IOException {
    try (AuditFile audit = open(200)) {
      for (int i = 0; i < 100; i++) {
        audit.record(Entry.of(Kind.LOGGED_IN).about(new AccountName("a" + i)));
      }
    }
    try (Stream<Path> files = Files.list(folder.resolve("audit"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(21).contains(file().resolveSibling("audit.20.jsonl"));
      assertThat(all).allSatisfy(one -> assertThat(Files.size(one)).isBetween(1L, 300L));
    }
    assertThat(Files.readString(file())).contains("\"a99\"");
    assertThat(Files.readAllLines(file().resolveSibling("audit.1.jsonl")))
        .last()
        .asString()
        .matches(".*\"a9[678]\".*");
  }

  @Test
  void anyNameOfAFileWillDo() throws IOException {
    Path odd = folder.resolve("100%i (x) %d/log%i");
    try (AuditFile audit = AuditFile.open(odd, 1, clock)) {
      audit.record(LOGGED_IN);
      audit.record(LOGGED_IN);
    }
    assertThat(odd).exists();
    assertThat(odd.resolveSibling("log%i.1")).exists();
  }

  @Test
  void failuresBeyondAHundredInTenSecondsAreTheirNumber() throws IOException {
    try (AuditFile audit = open(PLENTY)) {
      for (int i = 0; i < 5_000; i++) {
        audit.record(i % 2 == 0 ? FAILED : Entry.of(Kind.LOCKED_OUT));
      }
      audit.record(LOGGED_IN);
    }
    List<String> lines = Files.readAllLines(file());
    assertThat(lines).hasSize(102);
    assertThat(lines.get(100)).contains("logged-in");
    assertThat(lines.get(101)).isEqualTo(counted("log-ins-not-listed", 4_900));
  }

  @Test
  void theNumberIsToldAfterTenSecondsAndAHundredMoreAreListed() throws IOException {
    try (AuditFile audit = open(PLENTY)) {
      for (int i = 0; i < 110; i++) {
        audit.record(FAILED);
      }
      now = now.plus(Duration.ofSeconds(10));
      await().until(() -> Files.readString(file()).contains("\"count\":10}"));
      for (int i = 0; i < 110; i++) {
        audit.record(FAILED);
      }
    }
    assertThat(Files.readAllLines(file())).hasSize(100 + 1 + 100 + 1);
  }

  @Test
  void aFullQueueMakesNobodyWaitAndIsTold() {
    CountDownLatch slowDisk = new CountDownLatch(1);
    List<String> lines = new CopyOnWriteArrayList<>();
    AuditFile audit =
        new AuditFile(
            line -> {
              try {
                slowDisk.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              lines.add(line);
            },
            () -> lines.add("closed"),
            clock,
            10);
    audit.record(LOGGED_IN);
    for (int i = 0; i < 1_000; i++) {
      audit.record(LOGGED_IN);
    }
    assertThat(lines).isEmpty();
    slowDisk.countDown();
    await().until(() -> lines.stream().anyMatch(line -> line.contains("entries-left-out")));
    audit.record(LOGGED_IN);
    audit.close();
    long written = lines.stream().filter(line -> line.contains("logged-in")).count();
    assertThat(written).isBetween(11L, 12L);
    assertThat(lines).contains(counted("entries-left-out", (int) (1_002 - written)));
    assertThat(lines).endsWith("closed");
  }

  @Test
  void aFileThatCannotBeWrittenIsTold() throws IOException {
    Files.writeString(folder.resolve("audit"), "not a folder");
    assertThatThrownBy(() -> open(PLENTY))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the audit log %s cannot be written: %s is no folder; log.audit names another one"
                .formatted(file(), folder.resolve("audit")));
    assertThatThrownBy(() -> AuditFile.open(folder))
        .hasMessageContaining("cannot be written: it is no file;");
    assertThatThrownBy(() -> AuditFile.open(Path.of("/dev/null")))
        .hasMessageContaining("cannot be written: it is no file;");
  }

  @Test
  void anEntryIsOneLineAndItsEventOneWord() {
    Peer odd = new Peer("c\n", "\"\r\n", List.of("x"), "console");
    assertThat(AuditLine.of(now, LOGGED_IN.from(odd)).lines()).hasSize(1);
    assertThat(Stream.of(Kind.values()).map(kind -> AuditLine.of(now, Entry.of(kind))))
        .allMatch(line -> line.matches(".*\"event\":\"[a-z-]+\"}"));
  }
}
