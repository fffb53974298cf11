package conclave.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What grows as nodes, members and rooms do, and what does not. {@code ./mvnw verify
 * -Dit.test=ClusterCostBench}.
 */
class ClusterCostBench {
  private static final int USERS = 60;
  private static final int SAID = 3_000;
  private static final int AT_ONCE = 100;
  private static final String ROOM = "#cost";

  @TempDir Path folder;

  /** An owner tells nodes, not people: what its work grows with, and what it does not. */
  @Test
  void whatAMessageCostsItsOwner() {
    for (int nodes = 1; nodes <= 3; nodes++) {
      List<String> names = Fleet.THREE.subList(0, nodes);
      try (Fleet fleet = new Fleet(folder.resolve("nodes" + nodes), names).startAll()) {
        List<Peer> people = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
          people.add(enter(fleet.node(names.get(i % nodes)).door(), "p" + i));
        }
        measure(fleet, people, nodes + " nodes, " + USERS + " members on all of them");
      }
    }
    for (int members : List.of(10, 100, 300)) {
      Path place = folder.resolve("members" + members);
      try (Fleet fleet = new Fleet(place, Fleet.THREE.subList(0, 2)).startAll()) {
        List<Peer> people = new ArrayList<>();
        people.add(enter(fleet.owner(ROOM).door(), "speaker"));
        for (int i = 0; i < members; i++) {
          people.add(enter(fleet.other(ROOM).door(), "p" + i));
        }
        measure(fleet, people, "2 nodes, " + members + " members on the one that owns nothing");
      }
    }
  }

  private static Peer enter(Door door, String name) {
    Peer peer = door.newIrc(name, "echo-message");
    peer.send("JOIN " + ROOM);
    peer.await(":* 366 *");
    return peer;
  }

  private static void measure(Fleet fleet, List<Peer> people, String what) {
    ClusterProcess owner = fleet.owner(ROOM);
    Peer speaker = people.get(0);
    Peer last = people.get(people.size() - 1);
    say(speaker, last, "warm");
    Duration before = owner.console().cpu();
    long start = System.nanoTime();
    say(speaker, last, "said");
    double seconds = (System.nanoTime() - start) / 1e9;
    long micros = owner.console().cpu().minus(before).toNanos() / 1_000 / SAID;
    System.out.printf(
        "bench: %s: %d us of the owner's CPU a message, %.0f messages/s to the last one%n",
        what, micros, SAID / seconds);
    people.forEach(Peer::close);
  }

  /** Some at a time, so that no queue is what is measured. */
  private static void say(Peer speaker, Peer last, String word) {
    for (int i = 0; i < SAID; i += AT_ONCE) {
      StringBuilder lines = new StringBuilder();
      for (int n = i; n < i + AT_ONCE; n++) {
        lines.append("PRIVMSG ").append(ROOM).append(" :").append(word).append(n);
        lines.append(" ").append("x".repeat(AT_ONCE)).append("\r\n");
      }
      speaker.sendBytes(lines.toString().getBytes(StandardCharsets.US_ASCII));
      last.await("* PRIVMSG " + ROOM + " :" + word + (i + AT_ONCE - 1) + " *");
    }
  }

  @Test
  void whatTheClusterManagerKnows() {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll()) {
      print(fleet, "nobody");
      List<Peer> people = new ArrayList<>();
      for (int i = 0; i < USERS; i++) {
        Peer peer = enter(fleet.node(Fleet.THREE.get(i % 3)).door(), "p" + i);
        for (int n = 0; n < 5; n++) {
          peer.send("JOIN #r" + (5 * i + n));
          peer.await(":* 366 *");
        }
        people.add(peer);
      }
      print(fleet, USERS + " users, " + (5 * USERS + 1) + " rooms");
      people.forEach(Peer::close);
    }
  }

  private static void print(Fleet fleet, String with) {
    for (ClusterProcess node : fleet.living()) {
      System.out.println(
          "bench: node "
              + node.name()
              + " with "
              + with
              + " has registered "
              + registrations(node)
              + " addresses");
    }
  }

  private static String registrations(ClusterProcess node) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    String pid = Long.toString(node.console().pid());
    try (Console histogram = Console.run(List.of(jcmd, pid, "GC.class_histogram"), Map.of())) {
      String line = histogram.await("*GroupMember$Registration*");
      return line.strip().split(" +")[1];
    }
  }
}
