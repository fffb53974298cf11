package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.cluster.Authority;
import conclave.cluster.FreePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Several servers that are one network, their database, and the ways in to whichever lives. */
final class Fleet implements Entrance, AutoCloseable {
  static final List<String> THREE = List.of("a", "b", "c");

  /** How long anything may take that follows from the death of a node. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  static final List<String> PROGRAM =
      List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx192m",
          "-Xss512k",
          "-jar",
          Console.jar().toString());

  /** Of one node: for the group, its pulse, the bus, and clients. */
  private static final int PORTS = 4;

  private static final long AGAIN_NANOS = 50_000_000;

  /** Who has come in where. */
  private record Guest(ClusterProcess node, Peer peer) {}

  private final Queue<Guest> guests = new ConcurrentLinkedQueue<>();
  private final Path folder;
  private final Database database;
  private final Map<String, Integer> ports = new LinkedHashMap<>();
  private final Map<String, ClusterProcess> running = new ConcurrentHashMap<>();
  private final Set<ClusterProcess> deaf = ConcurrentHashMap.newKeySet();
  private final Site site;
  private Function<String, Map<String, String>> environment = node -> Map.of();
  private List<String> program = PROGRAM;

  /** A network of which no node runs yet. */
  Fleet(Path folder, List<String> nodes) {
    this(folder, nodes, Site.HERE);
  }

  Fleet(Path folder, List<String> nodes, Site site) {
    this.folder = folder;
    this.site = site;
    this.database = new Database(folder.resolve("database"));
    Authority authority = new Authority(folder, "ca");
    for (String node : nodes) {
      authority.issue(node);
      ports.put(node, FreePorts.row(PORTS));
    }
  }

  /** Each node is started with these variables. */
  Fleet with(Function<String, Map<String, String>> variables) {
    environment = variables;
    return this;
  }

  /** From now on each node that is started is another program. */
  void upgrade(List<String> to) {
    program = to;
  }

  /** Starts a node, anew or again. */
  ClusterProcess start(String node) {
    List<String> command = new ArrayList<>(site.enter(node));
    command.addAll(program);
    command.addAll(List.of("serve", "--data", folder.resolve("data-" + node).toString()));
    Console console = ClusterProcess.run(command, environment.apply(node), settings(node));
    try {
      ClusterProcess started = new ClusterProcess(node, site.address(node), console);
      running.put(node, started);
      return started;
    } catch (RuntimeException | Error e) {
      console.close();
      throw e;
    }
  }

  /** The port of a node for the group; the next two are for its bus and its pulse. */
  int port(String node) {
    return Objects.requireNonNull(ports.get(node));
  }

  private List<String> settings(String node) {
    int first = Objects.requireNonNull(ports.get(node));
    String host = "[" + site.address(node) + "]:";
    List<String> peers =
        ports.entrySet().stream()
            .map(peer -> "[" + site.address(peer.getKey()) + "]:" + peer.getValue())
            .toList();
    return List.of(
        "server.listen=" + host + (first + PORTS - 1),
        "store.url=" + database.url(site.database()),
        "store.key=" + folder.resolve("store.key"),
        "cluster.node=" + node,
        "cluster.listen=" + host + first,
        "cluster.bus-listen=[" + site.bus(node) + "]:" + (first + 1),
        "cluster.peers=" + String.join(",", peers),
        "cluster.certificate=" + folder.resolve(node + ".pem"),
        "cluster.key=" + folder.resolve(node + ".key"),
        "cluster.ca=" + folder.resolve("ca.pem"));
  }

  /** Starts all nodes, the first one first: it makes what they share. */
  Fleet startAll() {
    try {
      ports.keySet().forEach(this::start);
      awaitWhole();
      return this;
    } catch (RuntimeException | Error e) {
      close(); // nobody else has it yet
      throw e;
    }
  }

  /** Starts those that do not run, one after the other. */
  void startMissing() {
    ports.keySet().stream().filter(node -> !running.containsKey(node)).forEach(this::start);
    awaitWhole();
  }

  /** Waits until all that run see each other, and nobody else. */
  void awaitWhole() {
    Set<String> all = new TreeSet<>(running.keySet());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> running.values().forEach(node -> assertThat(node.view()).isEqualTo(all)));
  }

  Database database() {
    return database;
  }

  ClusterProcess node(String name) {
    return Objects.requireNonNull(running.get(name));
  }

  /** A node that owns the room. */
  ClusterProcess owner(String room) {
    await()
        .atMost(PATIENCE)
        .until(() -> database.owner(room).filter(running::containsKey).isPresent());
    return node(database.owner(room).orElseThrow());
  }

  /** Waits until others have seen that it does not go on. */
  void awaitOwnerOtherThan(ClusterProcess former, String room) {
    await()
        .atMost(PATIENCE)
        .until(() -> database.owner(room).filter(name -> !name.equals(former.name())).isPresent());
  }

  /** Waits until the others have declared it dead. */
  void awaitBurial(ClusterProcess node) {
    await().atMost(PATIENCE).until(() -> database.isBuried(node.name()));
  }

  /** One of those that do not own it. */
  ClusterProcess other(String room) {
    ClusterProcess owner = owner(room);
    return living().stream().filter(node -> node != owner).findFirst().orElseThrow();
  }

  List<ClusterProcess> living() {
    return List.copyOf(running.values());
  }

  /** As a power cut would end it. */
  void kill(ClusterProcess node) {
    running.remove(node.name());
    node.console().kill();
  }

  /** As a service manager ends it. */
  void terminate(ClusterProcess node) {
    running.remove(node.name());
    node.console().terminate();
    assertThat(node.console().exitCode()).isZero();
  }

  /** A connection to any node that has one to give. */
  @Override
  public Peer enter() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      List<ClusterProcess> all = new ArrayList<>(running.values());
      all.removeAll(deaf);
      if (!all.isEmpty()) {
        ClusterProcess any = all.get(ThreadLocalRandom.current().nextInt(all.size()));
        try {
          Peer peer = any.door().connect();
          guests.add(new Guest(any, peer));
          return peer;
        } catch (IllegalStateException gone) {
          // the next one perhaps
        }
      }
      LockSupport.parkNanos(AGAIN_NANOS);
    }
    throw new AssertionError("no node lets anybody in");
  }

  @Override
  public boolean losesRefusals() {
    return true;
  }

  /** It stands still: every other of its clients waits no longer, and nobody comes to it. */
  void stop(ClusterProcess node) {
    deaf.add(node);
    node.console().signal("STOP");
    losePatienceWith(node);
  }

  /** It goes on, and who still waits for it is told, or put out. */
  void resume(ClusterProcess node) {
    node.console().signal("CONT");
    deaf.remove(node);
  }

  private void losePatienceWith(ClusterProcess node) {
    boolean isOdd = false;
    for (Guest guest : guests) {
      if (guest.node == node) {
        isOdd = !isOdd;
        if (isOdd) {
          guest.peer.hangUp();
        }
      }
    }
  }

  /** What each node has printed, for who must find out what happened. */
  void writeLogs(Path to) {
    try {
      Files.createDirectories(to);
      for (ClusterProcess node : living()) {
        Files.write(to.resolve(node.name() + ".log"), node.console().printed());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    running.values().forEach(ClusterProcess::close);
    database.close();
  }
}
