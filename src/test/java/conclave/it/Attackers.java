package conclave.it;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The attack of {@link AttackBench}. Arguments: the port and the fingerprint of the server, and how
 * many accounts {@code singer0} and so on there are; half of the tries are at those.
 */
final class Attackers {
  private static final int TRIES = Integer.getInteger("tries", 10_000);
  private static final int AT_ONCE = 96;

  private final Intruder intruder;
  private final int accounts;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<String, Integer> verdicts = new TreeMap<>();

  private Attackers(Intruder intruder, int accounts) {
    this.intruder = intruder;
    this.accounts = accounts;
  }

  public static void main(String[] args) throws InterruptedException {
    Intruder intruder = new Intruder(new Door(Integer.parseInt(args[0]), args[1]));
    new Attackers(intruder, Integer.parseInt(args[2])).run();
  }

  private void run() throws InterruptedException {
    long start = System.nanoTime();
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    for (int i = 0; i < AT_ONCE; i++) {
      threads.execute(this::attack);
    }
    threads.shutdown();
    threads.awaitTermination(1, TimeUnit.HOURS);
    System.out.printf("attack: %d s, %s%n", (System.nanoTime() - start) / 1_000_000_000L, verdicts);
  }

  private void attack() {
    for (int i = next.getAndIncrement(); i < TRIES; i = next.getAndIncrement()) {
      String name = i % 2 == 0 ? Chorus.name(i / 2 % accounts) : "nobody" + i;
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
}
