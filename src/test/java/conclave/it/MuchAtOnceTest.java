package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads is never ended by what the server itself has to say, however much that is at once. */
class MuchAtOnceTest extends SlowReading {
  private static final List<String> ROOMS = List.of("#den", "#cave", "#hall");
  private static final String FROM_ALICE = ":alice!alice@user/alice PRIVMSG ";

  @Override
  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            folder,
            "limits.send-queue=64KiB",
            "history.missed=1000",
            "history.page-size=1000",
            "history.replay-on-join=200");
    alice = server.door().newIrc("alice", "echo-message");
    for (String room : ROOMS) {
      alice.send("JOIN " + room).await("* 366 *");
    }
  }

  private void talkEverywhere() {
    for (String room : ROOMS) {
      said = 0;
      talk(room, 2 * LINES_AT_ONCE);
    }
  }

  /** Of each room all its lines in their order, whichever room comes first; and it goes on. */
  private void expectAllOfEach(Peer peer) {
    List<String> heard = new ArrayList<>();
    while (heard.size() < ROOMS.size() * said) {
      heard.add(peer.expectPassing(":conclave.local *"));
      if (!heard.get(heard.size() - 1).startsWith(FROM_ALICE)) {
        heard.remove(heard.size() - 1);
      }
    }
    for (String room : ROOMS) {
      List<String> its = heard.stream().filter(line -> line.startsWith(to(room))).toList();
      assertThat(its).hasSize(said);
      for (int i = 0; i < said; i++) {
        assertThat(its.get(i)).endsWith(" " + i + " " + LONG);
      }
    }
    peer.expectNothingMore();
  }

  private static String to(String room) {
    return FROM_ALICE + room + " :";
  }

  @Test
  void whatWasSaidLastInRoomsThatOneComesInto() {
    talkEverywhere();
    try (Peer bob = server.door().newIrc("bob")) {
      bob.send("JOIN " + String.join(",", ROOMS));
      expectAllOfEach(bob);
    }
  }

  @Test
  void whatWasMissedOfSeveralRooms() {
    try (Peer bob = server.door().newIrc("bob")) {
      bob.send("NS SET always-on on").await(":NickServ!* NOTICE bob :From now on you stay *");
      for (String room : ROOMS) {
        bob.send("JOIN " + room).await("* 366 *");
      }
      bob.send("QUIT").await("ERROR *");
    }
    talkEverywhere();
    try (Peer bob = server.door().irc("bob")) {
      expectAllOfEach(bob);
    }
  }

  @Test
  void aPageOfTheHistory() {
    talkEverywhere();
    try (Peer bob = server.door().newIrc("bob", "batch", "draft/chathistory")) {
      bob.send("JOIN #den").await("* 366 *");
      List<String> page = bob.ask("CHATHISTORY LATEST #den * 1000");
      assertThat(page).filteredOn(line -> line.contains(to("#den"))).hasSize(said);
    }
  }
}
