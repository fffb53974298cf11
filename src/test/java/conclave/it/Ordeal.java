package conclave.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/** A real server that bad things happen to while people talk without a pause. */
final class Ordeal implements AutoCloseable {
  private static final String[] SETTINGS = {
    "history.replay-on-join=0", "history.page-size=1000", "limits.log-in-failures=1000"
  };

  /** What a store is on a disk. */
  private static final List<String> STORE =
      List.of("conclave.db", "conclave.db-wal", "conclave.db-shm");

  private final Path data;
  private final Random random;
  private final Company company;
  private final Map<String, Integer> faults = new TreeMap<>();
  private final Doors doors;
  private ServerProcess server;
  private int rounds;

  /** Starts a server with these accounts, who begin to talk in these rooms, and in pairs. */
  Ordeal(Path data, long seed, List<String> names, List<String> rooms) {
    this.data = data;
    this.random = new Random(seed);
    this.server = ServerProcess.start(data, SETTINGS);
    this.doors = new Doors(server.door());
    names.forEach(server.door()::account);
    this.company = new Company(names, rooms, doors, random, Peer.PATIENCE);
  }

  /** Some talk, often something bad in the midst of it, and then a kill. */
  void round() {
    rounds++;
    company.awaitEchoes(20 + random.nextInt(80));
    switch (random.nextInt(9)) {
      case 0, 1 -> stop();
      case 2, 3 -> cut();
      case 4, 5 -> hold();
      default -> count("plain rounds");
    }
    kill();
  }

  /** The process is killed, and started anew. */
  void kill() {
    killAnd(() -> {});
  }

  private void killAnd(Runnable meanwhile) {
    count("kills");
    server.console().kill();
    doors.close();
    meanwhile.run();
    server = ServerProcess.start(data, SETTINGS);
    doors.open(server.door());
  }

  /** The process stands still for a moment. */
  private void stop() {
    count("stops");
    server.console().signal("STOP");
    pass();
    server.console().signal("CONT");
  }

  /** A connection ends in the middle of a line. */
  private void cut() {
    count("cuts");
    company.cut(random);
  }

  /** The store can't write for a moment. */
  private void hold() {
    count("holds");
    try (Connection held =
            DriverManager.getConnection("jdbc:sqlite:" + data.resolve("conclave.db"));
        Statement statement = held.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 10000");
      statement.execute("BEGIN IMMEDIATE");
      pass();
      statement.execute("ROLLBACK");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void pass() {
    LockSupport.parkNanos(1_000_000L * (20 + random.nextInt(400)));
  }

  private void count(String fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  /** Kills it, and keeps its store as it is then. */
  void killAndCopy(Path to) {
    killAnd(() -> STORE.forEach(file -> copy(data.resolve(file), to.resolve(file))));
  }

  /** Kills it, and gives it an older store. */
  void killAndPutBack(Path from) {
    killAnd(() -> STORE.forEach(file -> copy(from.resolve(file), data.resolve(file))));
  }

  private static void copy(Path from, Path to) {
    try {
      if (Files.exists(from)) {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Files.deleteIfExists(to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All fall silent, and all is read; what is wrong, in sentences. */
  List<String> end() throws InterruptedException {
    return company.end();
  }

  /** What it was like. */
  String figures() {
    return String.format(
        Locale.ROOT, "%d rounds, %d echoes, %s", rounds, company.echoes(), faults.toString());
  }

  @Override
  public void close() {
    company.leave();
    server.close();
  }
}
