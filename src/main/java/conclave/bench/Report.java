package conclave.bench;

import java.util.List;

/** Tells of what was measured, as it comes. */
sealed interface Report permits TextReport, JsonReport {
  /** This is begun. */
  void begins(Scenario scenario);

  void entered(Entered entered);

  /** Everybody is in a room of that kind. */
  void joined(String room, double seconds);

  void talked(Talked talked);

  /** All repetitions are over. */
  void talked(List<Talked> all, List<Destination> servers);

  void idled(Idled idled);

  /** There is no more to come. */
  void ends();
}
