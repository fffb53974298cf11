package conclave.it;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures what a search through 10,000 messages costs, and what somebody who talks notices of
 * others who search without a pause. Server and clients are one process.
 */
final class SearchBench {
  private static final int MESSAGES = 10_000;
  private static final int SEARCHES = 20;
  private static final int SINGLES = 500;
  private static final String NOTHING = "SEARCH in=#den;text=coffee";

  private SearchBench() {}

  public static void main(String[] args) throws Exception {
    try (RunningServer server = RunningServer.start(Files.createTempDirectory(Path.of("."), "b"))) {
      Peer alice = server.door().newIrc("alice", "echo-message", "batch", "soju.im/search");
      alice.send("JOIN #den").await(":* 366 *");
      for (int i = 0; i < MESSAGES; i++) {
        alice.send("PRIVMSG #den :What one says of the weather, and of " + i + " other things");
      }
      alice.skipAll();
      for (int round = 0; round < 3; round++) {
        searches(alice);
      }
      Peer carol = server.door().newIrc("carol", "echo-message");
      carol.send("JOIN #attic").await(":* 366 *");
      echoes(carol, "warming up");
      for (int searchers : new int[] {0, 2, 8, 0}) {
        disturbed(server, carol, searchers);
      }
    }
    System.exit(0);
  }

  private static void searches(Peer peer) {
    long start = System.nanoTime();
    Duration cpu = cpu();
    for (int i = 0; i < SEARCHES; i++) {
      peer.send(NOTHING).await(":* BATCH -h*");
    }
    double millis = (System.nanoTime() - start) / 1e6 / SEARCHES;
    double ofCpu = cpu().minus(cpu).toNanos() / 1e6 / SEARCHES;
    System.out.printf(
        "a search of %d messages: %.1f ms, %.1f ms of processor%n", MESSAGES, millis, ofCpu);
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static void disturbed(RunningServer server, Peer carol, int searchers) throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    AtomicInteger done = new AtomicInteger();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < searchers; i++) {
      Peer peer = server.door().irc("alice", "batch", "soju.im/search");
      Thread thread =
          new Thread(
              () -> {
                while (!isOver.get()) {
                  peer.send(NOTHING).await(":* BATCH -h*");
                  done.incrementAndGet();
                }
                peer.close();
              });
      thread.start();
      threads.add(thread);
    }
    long start = System.nanoTime();
    echoes(carol, searchers + " search without a pause");
    double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
    System.out.printf("  %.0f searches/s%n", done.get() / seconds);
    isOver.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void echoes(Peer peer, String what) {
    long[] nanos = new long[SINGLES];
    for (int i = 0; i < SINGLES; i++) {
      long start = System.nanoTime();
      peer.send("PRIVMSG #attic :" + i).await("* PRIVMSG #attic :" + i);
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%s: an echo after p50 %.2f ms, p99 %.2f ms, max %.1f ms%n",
        what, nanos[SINGLES / 2] / 1e6, nanos[SINGLES * 99 / 100] / 1e6, nanos[SINGLES - 1] / 1e6);
  }
}
