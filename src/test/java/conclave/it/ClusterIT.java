package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * One network of three servers, each a process of its own, and what befalls them while people talk:
 * what was echoed is there, once, in one order for all, whichever node shows it. {@link
 * ClusterFaultsIT} has what takes longer.
 */
class ClusterIT {
  private static final int PEOPLE = 4;

  @TempDir static Path folder;
  private static Fleet fleet;
  private static int count;
  private String room = "";
  private Company company;

  @BeforeAll
  static void start() {
    fleet = new Fleet(folder, Fleet.THREE).startAll();
  }

  @AfterAll
  static void stop() {
    fleet.close();
  }

  @BeforeEach
  void talk(TestInfo test) {
    fleet.startMissing();
    room = "#" + test.getTestMethod().orElseThrow().getName();
    long seed = Long.getLong("cluster.seed", System.nanoTime());
    System.out.println("cluster: " + room + " -Dcluster.seed=" + seed);
    List<String> people = IntStream.range(0, PEOPLE).mapToObj(i -> "person" + ++count).toList();
    people.forEach(fleet.node("a").door()::account);
    List<String> rooms = List.of(room, room + "2");
    company = new Company(people, rooms, fleet, new Random(seed), Fleet.PATIENCE);
    company.awaitEchoes(50);
  }

  @AfterEach
  void leave() {
    company.leave();
    fleet.writeLogs(Path.of("target", "cluster", room));
  }

  private void expectKept() throws InterruptedException {
    company.awaitEchoes(50);
    List<String> faults = company.end();
    System.out.println("cluster: " + company.echoes() + " echoes, " + faults.size() + " faults");
    assertThat(faults).isEmpty();
  }

  @Test
  void anOwnerIsKilled() throws Exception {
    fleet.kill(fleet.owner(room));
    expectKept();
  }

  @Test
  void aNodeThatOwnsNothingOfItIsKilled() throws Exception {
    fleet.kill(fleet.other(room));
    expectKept();
  }

  @Test
  void aNodeJoinsWhilePeopleTalk() throws Exception {
    fleet.terminate(fleet.other(room));
    company.awaitEchoes(50);
    fleet.startMissing();
    expectKept();
  }

  @Test
  void anOwnerStandsStillUntilOthersHaveWhatItOwnedAndGoesOn() throws Exception {
    ClusterProcess owner = fleet.owner(room);
    owner.console().signal("STOP");
    fleet.awaitOwnerOtherThan(owner, room);
    company.awaitEchoes(50);
    owner.console().signal("CONT");
    company.awaitEchoes(200);
    fleet.awaitWhole();
    expectKept();
  }

  @Test
  void eachNodeIsRestartedAfterTheOther() throws Exception {
    for (String node : Fleet.THREE) {
      fleet.terminate(fleet.node(node));
      company.awaitEchoes(20);
      fleet.startMissing();
      company.awaitEchoes(20);
    }
    expectKept();
  }

  @Test
  void theDatabaseIsRestarted() throws Exception {
    fleet.database().restart();
    company.awaitEchoes(100);
    expectKept();
  }
}
