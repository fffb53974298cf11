package conclave.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is measured.
 *
 * @param destinations the servers; none where one is started for it
 * @param logIn as whom clients log in; nothing where the servers let guests in
 * @param pids the servers' processes, where they are known
 * @param atOnce how many clients come in at the same time
 * @param parent where the folder of an own server is made
 */
public record Subject(
    List<Destination> destinations,
    Optional<LogIn> logIn,
    List<Long> pids,
    int atOnce,
    Path parent) {

  public Subject {
    destinations = List.copyOf(destinations);
    pids = List.copyOf(pids);
    if (atOnce < 1 || atOnce > 4_096) {
      throw new IllegalArgumentException("--at-once is 1 to 4096");
    }
  }
}
