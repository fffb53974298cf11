package conclave.it;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What many nodes cost: how long a room takes no messages after its owner was killed, and what it
 * adds that the owner is another node. {@code ./mvnw verify -Dit.test=ClusterBench}.
 */
class ClusterBench {
  private static final int KILLS = 5;
  private static final int SAID = 1_000;
  private static final String ROOM = "#bench";

  @TempDir Path folder;

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Peer inRoom(Door door, String name) {
    Peer peer = door.newIrc(name, "echo-message");
    peer.send("JOIN " + ROOM);
    peer.await(":* 366 *");
    return peer;
  }

  @Test
  void aRoomTakesMessagesAgain() {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll()) {
      for (int i = 0; i < KILLS; i++) {
        fleet.startMissing();
        try (Peer peer = inRoom(fleet.other(ROOM).door(), "bencher" + i)) {
          fleet.kill(fleet.owner(ROOM));
          long killed = System.nanoTime();
          peer.send("PRIVMSG " + ROOM + " :again");
          peer.await(":bencher" + i + "!* PRIVMSG " + ROOM + " :again");
          System.out.println("bench: accepted " + millisSince(killed) + " ms after the kill");
        }
      }
    }
  }

  @Test
  void anotherNodeAddsLittle() {
    try (Fleet fleet = new Fleet(folder, Fleet.THREE).startAll();
        Peer near = inRoom(fleet.owner(ROOM).door(), "near");
        Peer far = inRoom(fleet.other(ROOM).door(), "far")) {
      print("on the owner", near, "near");
      print("on another node", far, "far");
    }
  }

  private static void print(String where, Peer peer, String name) {
    long[] micros = new long[SAID];
    for (int i = 0; i < SAID; i++) {
      long start = System.nanoTime();
      peer.send("PRIVMSG " + ROOM + " :" + i);
      peer.await(":" + name + "!* PRIVMSG " + ROOM + " :" + i);
      micros[i] = (System.nanoTime() - start) / 1_000;
    }
    Arrays.sort(micros, SAID / 2, SAID);
    long[] warm = Arrays.copyOfRange(micros, SAID / 2, SAID);
    System.out.printf(
        "bench: echo %s: p50 %d us, p99 %d us%n",
        where, warm[warm.length / 2], warm[warm.length * 99 / 100]);
  }
}
