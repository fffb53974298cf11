package conclave.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures what 100 users who chat notice of 10,000 wrong log-ins. Arguments: the port, the
 * fingerprint and the process id of a running server that listens on {@code [::]} and lets anybody
 * register.
 */
final class AttackBench {
  private static final int SINGERS = 100;
  private static final int TRIES = Integer.getInteger("tries", 10_000);
  private static final int CALM_MESSAGES = 500;
  private static final int INTRUDERS = 96;
  private static final long PAUSE_MILLIS = 10;

  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> verdicts = new TreeMap<>();

  private AttackBench() {}

  public static void main(String[] args) throws Exception {
    Door door = new Door(Integer.parseInt(args[0]), args[1]);
    new AttackBench().run(door, args[2]);
    System.exit(0);
  }

  private void run(Door door, String pid) throws IOException, InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(INTRUDERS);
    try (Chorus chorus = new Chorus(door, SINGERS)) {
      chat(chorus, SINGERS * 2);
      chorus.takeNanos();
      chat(chorus, CALM_MESSAGES);
      tell("before", chorus);
      memory(pid);
      long start = System.nanoTime();
      Intruder intruder = new Intruder(door);
      for (int i = 0; i < INTRUDERS; i++) {
        threads.execute(() -> attack(intruder));
      }
      threads.shutdown();
      while (!threads.isTerminated()) {
        chat(chorus, 1);
      }
      System.out.printf(
          "attack: %d s, %s%n", (System.nanoTime() - start) / 1_000_000_000L, verdicts);
      tell("during", chorus);
      memory(pid);
      chorus.expectAllHeard();
    }
  }

  private static void chat(Chorus chorus, int messages) throws InterruptedException {
    for (int i = 0; i < messages; i++) {
      chorus.say();
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private void attack(Intruder intruder) {
    for (int i = next.getAndIncrement(); i < TRIES; i = next.getAndIncrement()) {
      String name = i % 2 == 0 ? Chorus.name(i / 2 % SINGERS) : "nobody" + i;
      String verdict;
      try {
        verdict = intruder.tryOnce(i, name).replaceAll("[0-9]+ s", "N s");
      } catch (AssertionError | RuntimeException e) {
        verdict = "failed: " + e;
      }
      synchronized (verdicts) {
        verdicts.merge(verdict, 1, Integer::sum);
      }
    }
  }

  private static void tell(String when, Chorus chorus) {
    List<Long> nanos = chorus.takeNanos();
    System.out.printf(
        "%s: %d deliveries, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        when,
        nanos.size(),
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6,
        nanos.get(nanos.size() - 1) / 1e6);
  }

  private static void memory(String pid) throws IOException {
    Files.readAllLines(Path.of("/proc", pid, "status")).stream()
        .filter(line -> line.startsWith("VmRSS"))
        .forEach(System.out::println);
    new ProcessBuilder("jcmd", pid, "GC.run").start().getInputStream().readAllBytes();
    Process heap = new ProcessBuilder("jcmd", pid, "GC.heap_info").start();
    System.out.print(new String(heap.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }
}
