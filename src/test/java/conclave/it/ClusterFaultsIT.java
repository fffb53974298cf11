package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Worse than what {@link ClusterIT} has: {@code -Dcluster.faults=all}. Networks are cut with {@code
 * ip}, which takes root; where that is not there, those tests are skipped, and say so.
 */
@EnabledIfSystemProperty(named = "cluster.faults", matches = "all")
class ClusterFaultsIT {
  private static final int MINUTES = 60;

  @TempDir Path folder;

  @Test
  void aNodeJoinsWhilePeopleTalk() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Trial trial = new Trial(fleet, "joining")) {
      fleet.terminate(fleet.other(trial.room()));
      trial.awaitEchoes(50);
      fleet.startMissing();
      trial.expectKept();
    }
  }

  @Test
  void eachNodeIsRestartedAfterTheOther() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Trial trial = new Trial(fleet, "rolling")) {
      for (String node : Fleet.THREE) {
        fleet.terminate(fleet.node(node));
        trial.awaitEchoes(20);
        fleet.startMissing();
        trial.awaitEchoes(20);
      }
      trial.expectKept();
    }
  }

  @Test
  void twoOfThreeAreKilled() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Trial trial = new Trial(fleet, "two-of-three")) {
      fleet.kill(fleet.owner(trial.room()));
      fleet.kill(fleet.owner(trial.room()));
      trial.awaitEchoes(100);
      fleet.startMissing();
      trial.expectKept();
    }
  }

  @Test
  void anOwnerStandsStillUntilOthersHaveWhatItOwnedAndGoesOn() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Trial trial = new Trial(fleet, "zombie")) {
      trial.standStill(fleet.owner(trial.room()), 200);
      trial.expectKept();
    }
  }

  @Test
  void theDatabaseIsRestarted() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Trial trial = new Trial(fleet, "database-restarted")) {
      fleet.database().restart();
      trial.awaitEchoes(100);
      trial.expectKept();
    }
  }

  @Test
  void theDatabaseStandsStill() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Trial trial = new Trial(fleet, "database-paused")) {
      fleet.database().signal("STOP");
      await()
          .atMost(Fleet.PATIENCE)
          .until(() -> fleet.living().stream().allMatch(ClusterFaultsIT::missesTheStore));
      fleet.database().signal("CONT");
      fleet.awaitWhole();
      trial.awaitEchoes(100);
      trial.expectKept();
    }
  }

  private static boolean missesTheStore(ClusterProcess node) {
    return node.console().printed().stream()
        .anyMatch(line -> line.contains("the store does not say which nodes live"));
  }

  /** What the clocks say is nothing that nodes decide by. */
  @Test
  void clocksAreMinutesApart() throws Exception {
    Path library = folder.resolve("skew.so");
    assumeTrue(isCompiled(library), "no C compiler: clocks are not set apart");
    Map<String, Integer> skews = Map.of("a", 0, "b", 5 * MINUTES, "c", -5 * MINUTES);
    Fleet apart =
        new Fleet(folder, Fleet.THREE)
            .with(
                node ->
                    Map.of(
                        "LD_PRELOAD", library.toString(),
                        "SKEW_SECONDS", Integer.toString(skews.getOrDefault(node, 0))));
    try (Fleet fleet = apart.startAll();
        Trial trial = new Trial(fleet, "clocks-apart")) {
      fleet.kill(fleet.owner(trial.room()));
      trial.awaitEchoes(100);
      fleet.startMissing();
      trial.awaitEchoes(50);
      fleet.kill(fleet.owner(trial.room()));
      trial.expectKept();
    }
  }

  private boolean isCompiled(Path library) throws Exception {
    Path source = folder.resolve("skew.c");
    try (InputStream in = ClusterFaultsIT.class.getResourceAsStream("skew.c")) {
      Files.copy(in, source);
    }
    String command = "cc -shared -fPIC -O2 -o " + library + " " + source + " -ldl";
    try (Console compiler = Console.run(List.of("sh", "-c", command), Map.of())) {
      return compiler.exitCode() == 0;
    }
  }

  private Fleet onIsles(Isles isles) throws Exception {
    Fleet fleet = new Fleet(folder, Fleet.THREE, isles);
    fleet.database().admitAll();
    return fleet.startAll();
  }

  private static Isles isles() {
    assumeTrue(Isles.isPossible(), "not root, or no ip: networks are not cut");
    return Isles.of(Fleet.THREE);
  }

  @Test
  void aNodeIsCutOffAndComesBack() throws Exception {
    try (Isles isles = isles();
        Fleet fleet = onIsles(isles);
        Trial trial = new Trial(fleet, "cut-off")) {
      String lost = fleet.owner(trial.room()).name();
      List<String> others = Fleet.THREE.stream().filter(node -> !node.equals(lost)).toList();
      others.forEach(other -> isles.cut(lost, other));
      fleet.node(lost).console().await("*too few to go on*");
      fleet.awaitOwnerOtherThan(fleet.node(lost), trial.room());
      trial.awaitEchoes(200);
      others.forEach(other -> isles.heal(lost, other));
      fleet.awaitWhole();
      trial.awaitEchoes(100);
      trial.expectKept();
    }
  }

  /** All else says that both are there. */
  @Test
  void onlyTheEventBusIsCutBetweenTwo() throws Exception {
    try (Isles isles = isles();
        Fleet fleet = onIsles(isles);
        Trial trial = new Trial(fleet, "bus-cut")) {
      ClusterProcess owner = fleet.owner(trial.room());
      ClusterProcess other = fleet.other(trial.room());
      isles.cutBus(owner.name(), other.name());
      other.console().await("*nothing comes through from the node*");
      trial.awaitEchoes(200);
      assertThat(fleet.living()).hasSize(3);
      isles.heal(owner.name(), other.name());
      trial.awaitEchoes(200);
      trial.expectKept();
    }
  }

  /** The network is there again, and what was connected through it is not. */
  @Test
  void theBusIsRefusedAndItsOldConnectionsStayDead() throws Exception {
    try (Isles isles = isles();
        Fleet fleet = onIsles(isles);
        Trial trial = new Trial(fleet, "bus-dead")) {
      ClusterProcess owner = fleet.owner(trial.room());
      ClusterProcess other = fleet.other(trial.room());
      isles.cutBus(owner.name(), other.name());
      other.console().await("*nothing comes through from the node*");
      isles.deadenBus(owner.name(), other.name());
      isles.refuseBus(owner.name(), other.name());
      isles.heal(owner.name(), other.name());
      trial.awaitEchoes(200);
      isles.admitBus(owner.name(), other.name());
      owner.console().await("*is heard again*");
      other.console().await("*is heard again*");
      trial.awaitEchoes(200);
      assertThat(fleet.living()).hasSize(3);
      trial.expectKept();
    }
  }

  /** With what was on its way on them: questions, and answers to what was done. */
  @Test
  void connectionsOfTheBusDie() throws Exception {
    try (Isles isles = isles();
        Fleet fleet = onIsles(isles);
        Trial trial = new Trial(fleet, "connections-dead")) {
      ClusterProcess owner = fleet.owner(trial.room());
      ClusterProcess other = fleet.other(trial.room());
      isles.deadenBus(owner.name(), other.name());
      trial.awaitEchoes(200);
      trial.expectKept();
    }
  }

  /**
   * With a store that lets an owner of before append, and two have the same place in a log, the
   * promise is broken, and that is found.
   */
  @Test
  void aFenceThatDoesNotHoldIsFound() throws Exception {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll()) {
      letAnybodyAppend(fleet.database());
      try (Trial trial = new Trial(fleet, "no-fence")) {
        // Whoever wakes up with nothing under way breaks nothing: that may be so several times.
        for (int i = 0; i < 6; i++) {
          ClusterProcess owner = fleet.owner(trial.room());
          fleet.stop(owner);
          fleet.awaitOwnerOtherThan(owner, trial.room());
          trial.awaitEchoes(20);
          fleet.resume(owner);
          fleet.awaitWhole();
        }
        assertThat(trial.end()).isNotEmpty();
      }
    }
  }

  private static void letAnybodyAppend(Database database) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS"
              + " 'BEGIN NEW.epoch := OLD.epoch; RETURN NEW; END'");
      statement.execute(
          "CREATE TRIGGER stay BEFORE UPDATE ON shard FOR EACH ROW EXECUTE FUNCTION stay()");
      statement.execute("ALTER TABLE event DROP CONSTRAINT event_pkey");
    }
  }
}
