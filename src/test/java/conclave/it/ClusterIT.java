package conclave.it;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
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
  @TempDir static Path folder;
  private static Fleet fleet;
  private Trial trial;

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
    trial = new Trial(fleet, test.getTestMethod().orElseThrow().getName());
  }

  @AfterEach
  void leave() {
    trial.close();
  }

  @Test
  void anOwnerIsKilled() throws Exception {
    fleet.kill(fleet.owner(trial.room()));
    trial.expectKept();
  }

  @Test
  void anOwnerStandsStillAndGoesOn() throws Exception {
    trial.standStill(fleet.owner(trial.room()), 50);
    trial.expectKept();
  }

  /** Nodes of this version and of the next are one network meanwhile. */
  @Test
  void eachNodeIsUpgradedAfterTheOther() throws Exception {
    fleet.upgrade(NextVersion.program(folder));
    for (String node : Fleet.THREE) {
      fleet.terminate(fleet.node(node));
      trial.awaitEchoes(20);
      fleet.startMissing();
      Console console = fleet.node(node).console();
      await().atMost(Fleet.PATIENCE).until(() -> console.printed().contains(NextVersion.SIGN));
      trial.awaitEchoes(20);
    }
    trial.expectKept();
  }

  @Test
  void aNodeThatOwnsNothingOfItIsKilled() throws Exception {
    fleet.kill(fleet.other(trial.room()));
    trial.expectKept();
  }
}
