package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** People of a network who talk in two rooms while something happens to its nodes. */
final class Trial implements AutoCloseable {
  private static final int PEOPLE = 4;
  private static int count;

  private final String room;
  private final Fleet fleet;
  private final Company company;
  private final long begun = System.nanoTime();

  /** They begin. */
  Trial(Fleet fleet, String name) {
    this.fleet = fleet;
    this.room = "#" + name;
    long seed = Long.getLong("cluster.seed", System.nanoTime());
    System.out.println("cluster: " + name + " -Dcluster.seed=" + seed);
    List<String> people = IntStream.range(0, PEOPLE).mapToObj(i -> "person" + ++count).toList();
    people.forEach(fleet.living().get(0).door()::account);
    List<String> rooms = List.of(room, room + "-2");
    company = new Company(people, rooms, fleet, new Random(seed), Fleet.PATIENCE);
    awaitEchoes(50);
  }

  /** The first of the rooms. */
  String room() {
    return room;
  }

  /** Waits until so much more was said and heard. */
  void awaitEchoes(int more) {
    company.awaitEchoes(more);
  }

  /** A node stands still until others have what it owned and have given it up, and goes on. */
  void standStill(ClusterProcess node, int echoes) {
    long stopped = System.nanoTime();
    fleet.stop(node);
    fleet.awaitOwnerOtherThan(node, room);
    awaitEchoes(echoes);
    fleet.awaitBurial(node);
    fleet.resume(node);
    System.out.println("cluster: it stood still for " + since(stopped) + " s");
    node.console().await("*the other nodes have given this one up*");
    awaitEchoes(echoes);
    fleet.awaitWhole();
  }

  /** What is wrong, in sentences, when all have said what they had to say. */
  List<String> end() throws InterruptedException {
    awaitEchoes(50);
    List<String> faults = company.end();
    System.out.printf(
        "cluster: %d echoes in %d s, %d faults%n", company.echoes(), since(begun), faults.size());
    return faults;
  }

  private static long since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toSeconds();
  }

  /** What was echoed is there, once, in one order for all. */
  void expectKept() throws InterruptedException {
    assertThat(end()).isEmpty();
  }

  @Override
  public void close() {
    company.leave();
    fleet.writeLogs(Path.of("target", "cluster", room.substring(1)));
  }
}
