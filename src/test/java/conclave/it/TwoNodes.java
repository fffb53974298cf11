package conclave.it;

import conclave.cluster.Authority;
import conclave.cluster.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two servers of this JVM that are one network, with a database of their own. */
final class TwoNodes implements AutoCloseable {
  /** Of one node: for the group, its pulse and the bus. */
  private static final int PORTS = 3;

  private final Path folder;
  private final EmbeddedPostgres database;
  private final List<String> usual;
  private final int first = FreePorts.row(2 * PORTS);
  private RunningServer one;
  private RunningServer two;

  /**
   * Starts both.
   *
   * @param sets each {@code section.key=value}, over the usual ones
   */
  TwoNodes(Path folder, String... sets) {
    this.folder = folder;
    this.usual = List.of(sets);
    try {
      database = EmbeddedPostgres.builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Authority authority = new Authority(folder, "ca");
    authority.issue("one");
    authority.issue("two");
    one = start("one", first);
    two = start("two", first + PORTS);
  }

  private RunningServer start(String name, int port) {
    List<String> all = new ArrayList<>(usual);
    all.addAll(
        List.of(
            "store.url=postgresql://postgres@localhost:" + database.getPort() + "/postgres",
            "store.key=" + folder.resolve("store.key"),
            "cluster.enabled=true",
            "cluster.node=" + name,
            "cluster.listen=[::1]:" + port,
            "cluster.peers=[::1]:" + first + ",[::1]:" + (first + PORTS),
            "cluster.certificate=" + folder.resolve(name + ".pem"),
            "cluster.key=" + folder.resolve(name + ".key"),
            "cluster.ca=" + folder.resolve("ca.pem")));
    return RunningServer.start(folder.resolve("data-" + name), all.toArray(String[]::new));
  }

  Door one() {
    return one.door();
  }

  /** The first, with its status page. */
  RunningServer serverOne() {
    return one;
  }

  Door two() {
    return two.door();
  }

  /** Ends the second, as a service manager does. */
  void endTwo() {
    two.close();
  }

  /** Starts it again. */
  void startTwo() {
    two = start("two", first + PORTS);
  }

  /** Ends both, and starts them again. */
  void startBothAgain() {
    two.close();
    one.close();
    one = start("one", first);
    startTwo();
  }

  @Override
  public void close() {
    two.close();
    one.close();
    try {
      database.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
