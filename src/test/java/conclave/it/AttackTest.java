package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many wrong log-ins from many networks, and what the others notice of them: nothing. */
class AttackTest {
  private static final int TRIES = 1_500;
  private static final int INTRUDERS = 24;
  private static final int SINGERS = 10;
  private static final Pattern REFUSED =
      Pattern.compile(
          "e=invalid-proof|:conclave.local (904 \\* |464 \\* "
              + "|FAIL (\\*|AUTHENTICATE) (RATE_LIMITED|TEMPORARILY_UNAVAILABLE) ).*");

  private static final long MOST_AUDIT_BYTES = 1 << 20;

  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> verdicts = new ConcurrentHashMap<>();

  @TempDir Path folder;

  @Test
  void anAttackDisturbsNobodyWhoIsInAndKeepsNobodyOutWhoIsAtHome() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(INTRUDERS);
    try (RunningServer server =
            RunningServer.start(
                folder,
                "server.listen=[::]:0",
                "accounts.pbkdf2-iterations=50000",
                "limits.log-in-failures=5",
                "limits.log-in-tracked=100",
                "limits.hash-queue=8");
        Chorus chorus = new Chorus(server.door(), SINGERS)) {
      server.door().account("alice");
      server.door().plain("alice").close(); // she is at home now
      Intruder intruder = new Intruder(server.door());
      for (int i = 0; i < INTRUDERS; i++) {
        threads.execute(() -> attack(intruder));
      }
      threads.shutdown();
      while (!threads.isTerminated()) {
        for (int i = 0; i < SINGERS; i++) {
          chorus.say();
        }
        server.door().plain("alice").close();
      }
      assertThat(threads.awaitTermination(1, TimeUnit.SECONDS)).isTrue();
      chorus.expectAllHeard();
    } finally {
      threads.shutdownNow();
    }
    expectRefusals();
    expectShortAudit();
  }

  private void attack(Intruder intruder) {
    for (int i = next.getAndIncrement(); i < TRIES; i = next.getAndIncrement()) {
      String name = List.of("alice", Chorus.name(i % SINGERS), "nobody" + i).get(i / 7 % 3);
      String verdict;
      try {
        verdict = intruder.tryOnce(i, name);
      } catch (AssertionError | RuntimeException e) {
        verdict = "failed: " + e;
      }
      verdicts.merge(verdict, 1, Integer::sum);
    }
  }

  private void expectRefusals() {
    assertThat(verdicts.values().stream().mapToInt(n -> n).sum()).isEqualTo(TRIES);
    assertThat(verdicts.keySet())
        .allMatch(line -> REFUSED.matcher(line).matches())
        .contains("e=invalid-proof", ":conclave.local 464 * :Password incorrect");
  }

  /** What is over a hundred failures in ten seconds is a number. */
  private void expectShortAudit() throws IOException {
    Path audit = folder.resolve("audit").resolve("audit.jsonl");
    assertThat(Files.size(audit)).isLessThan(MOST_AUDIT_BYTES);
    assertThat(Files.readString(audit)).contains("log-ins-not-listed", "log-in-failed");
  }
}
