package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One network of three servers, each a process of its own, and what befalls them while people talk:
 * what was echoed is there, once, in one order for all, whichever node shows it.
 */
class ClusterIT {
  private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dave");
  private static final List<String> ROOMS = List.of("#one", "#two");

  @TempDir Path folder;
  private Fleet fleet;
  private Company company;

  @BeforeEach
  void start() {
    fleet = new Fleet(folder, Fleet.THREE).startAll();
    Door door = fleet.node("a").door();
    PEOPLE.forEach(door::account);
    long seed = Long.getLong("cluster.seed", System.nanoTime());
    System.out.println("cluster: -Dcluster.seed=" + seed);
    company = new Company(PEOPLE, ROOMS, fleet, new Random(seed), Fleet.PATIENCE);
    company.awaitEchoes(50);
  }

  @AfterEach
  void stop() {
    fleet.writeLogs(Path.of("target", "cluster"));
    company.leave();
    fleet.close();
  }

  private void expectKept() throws InterruptedException {
    company.awaitEchoes(50);
    List<String> faults = company.end();
    System.out.println("cluster: " + company.echoes() + " echoes, " + faults.size() + " faults");
    assertThat(faults).isEmpty();
  }

  @Test
  void anOwnerIsKilled() throws Exception {
    fleet.kill(fleet.owner("#one"));
    expectKept();
  }
}
