package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.proof.Checker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** People who talk without a pause, each on a thread of its own, and what they saw. */
final class Company {
  private final Duration patience;
  private final List<Talker> talkers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Queue<String> broken = new ConcurrentLinkedQueue<>();

  /**
   * They begin to talk in these rooms, and in pairs.
   *
   * @param names of accounts
   * @param patience how long the next word may take
   */
  Company(
      List<String> names, List<String> rooms, Entrance entrance, Random random, Duration patience) {
    this.patience = patience;
    for (int i = 0; i < names.size(); i++) {
      Random own = new Random(random.nextLong());
      talkers.add(new Talker(names.get(i), names.get(i ^ 1), rooms, entrance, own));
    }
    talkers.forEach(this::start);
  }

  private void start(Talker talker) {
    Thread thread = new Thread(talker, talker.witness().name());
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((t, e) -> broken.add(t.getName() + ": " + e));
    thread.start();
    threads.add(thread);
  }

  int echoes() {
    return talkers.stream().mapToInt(talker -> talker.witness().echoes()).sum();
  }

  /** Waits until so much more has come back to its authors, or one of them gives up. */
  void awaitEchoes(int more) {
    int wanted = echoes() + more;
    await().atMost(patience).until(() -> echoes() >= wanted || !broken.isEmpty());
  }

  /** One of them breaks off in the middle of a line. */
  void cut(Random random) {
    talkers.get(random.nextInt(talkers.size())).cut();
  }

  /** All fall silent, and all is read; what is wrong, in sentences. */
  List<String> end() throws InterruptedException {
    talkers.forEach(Talker::finish);
    await()
        .atMost(patience)
        .untilAsserted(() -> assertThat(broken.isEmpty() ? unanswered() : List.of()).isEmpty());
    leave();
    for (Thread thread : threads) {
      thread.join(patience.toMillis());
    }
    talkers.forEach(Talker::readAll);
    List<String> faults = new ArrayList<>(broken);
    faults.addAll(
        Checker.faults(talkers.stream().map(talker -> talker.witness().testimony()).toList()));
    return faults;
  }

  private List<String> unanswered() {
    return talkers.stream()
        .filter(talker -> !talker.isSilent())
        .map(talker -> talker.witness().name() + " has no answer to " + talker.unanswered())
        .toList();
  }

  void leave() {
    talkers.forEach(Talker::leave);
  }
}
