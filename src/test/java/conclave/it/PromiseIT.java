package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise, held against a server that is killed again and again: what was echoed is there,
 * once, in one order for all. {@code -Dpromise.rounds=200} makes it longer, {@code -Dpromise.seed}
 * has the same bad luck again.
 */
class PromiseIT {
  private static final List<String> PEOPLE =
      List.of("alice", "bob", "carol", "dave", "erin", "fred");

  @TempDir Path folder;

  private static long seed() {
    long seed = Long.getLong("promise.seed", System.nanoTime());
    System.out.println("promise: -Dpromise.seed=" + seed);
    return seed;
  }

  private Path data() throws Exception {
    return Files.createDirectory(folder.resolve("data"));
  }

  private static void expectKept(Ordeal ordeal) throws Exception {
    List<String> faults = ordeal.end();
    System.out.println("promise: " + ordeal.figures() + ", " + faults.size() + " faults");
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsEchoedIsKeptOnceAndInOneOrderWhateverHappens() throws Exception {
    try (Ordeal ordeal = new Ordeal(data(), seed(), PEOPLE, List.of("#one", "#two"))) {
      for (int i = 0; i < Integer.getInteger("promise.rounds", 30); i++) {
        ordeal.round();
      }
      expectKept(ordeal);
    }
  }

  @Test
  void manyRoomsAtOnceSurviveAKillAsOneDoes() throws Exception {
    List<String> rooms = IntStream.range(0, 40).mapToObj(i -> "#room" + i).toList();
    try (Ordeal ordeal = new Ordeal(data(), seed(), PEOPLE, rooms)) {
      for (int i = 0; i < 4; i++) {
        ordeal.round();
      }
      expectKept(ordeal);
    }
  }

  /** Were nothing stored, this test would have to see it. */
  @Test
  void aStoreThatForgetsIsFound() throws Exception {
    Path older = Files.createDirectory(folder.resolve("older"));
    try (Ordeal ordeal = new Ordeal(data(), seed(), PEOPLE, List.of("#one", "#two"))) {
      ordeal.round();
      ordeal.killAndCopy(older);
      ordeal.round();
      ordeal.killAndPutBack(older);
      ordeal.round();
      assertThat(ordeal.end()).anyMatch(fault -> fault.startsWith("lost: "));
    }
  }
}
