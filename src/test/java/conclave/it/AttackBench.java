package conclave.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures what 100 users who chat notice of 10,000 wrong log-ins. The attackers are a process of
 * their own, of the lowest priority, as if their machine were another. Arguments: the port, the
 * fingerprint and the process id of a running server that listens on {@code [::]} and lets anybody
 * register; and, to see what the attack alone takes from those who chat on the same processors, the
 * port and fingerprint of another server, which is attacked instead.
 */
final class AttackBench {
  private static final int SINGERS = 100;
  private static final int CALM_MESSAGES = 500;
  private static final long PAUSE_MILLIS = 10;

  private AttackBench() {}

  public static void main(String[] args) throws Exception {
    try (Chorus chorus = new Chorus(new Door(Integer.parseInt(args[0]), args[1]), SINGERS)) {
      chat(chorus, SINGERS * 2);
      chorus.takeNanos();
      chat(chorus, CALM_MESSAGES);
      tell("before", chorus);
      memory(args[2]);
      boolean isElsewhere = args.length > 3;
      Process attack = attack(args[isElsewhere ? 3 : 0], args[isElsewhere ? 4 : 1]);
      while (attack.isAlive()) {
        chat(chorus, 1);
      }
      tell("during", chorus);
      memory(args[2]);
      chorus.expectAllHeard();
    }
    System.exit(0);
  }

  private static Process attack(String port, String fingerprint) throws IOException {
    return new ProcessBuilder(
            "nice",
            "-n",
            "19",
            "java",
            "-Dtries=" + System.getProperty("tries", "10000"),
            "-cp",
            System.getProperty("java.class.path"),
            Attackers.class.getName(),
            port,
            fingerprint,
            String.valueOf(SINGERS))
        .inheritIO()
        .start();
  }

  private static void chat(Chorus chorus, int messages) throws InterruptedException {
    for (int i = 0; i < messages; i++) {
      chorus.say();
      Thread.sleep(PAUSE_MILLIS);
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
