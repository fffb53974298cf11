package conclave.it;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever many people send to a real server, all at once: it answers, nobody is lost, all agree on
 * who is where and what was said, and nobody learns of a secret room.
 */
class AnyLinesTest {
  private static final int ROUNDS = 15;
  private static final int MOST_LINES = 14;
  private static final List<String> ACCOUNTS = List.of("alice", "bob", "carl", "dora");
  private static final int GUESTS = 5;

  /**
   * Those that end connections or bar people, and those after some failures of which one is sent
   * away.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "QUIT", "KILL", "KLINE", "DLINE", "OPER", "PASS", "WEBIRC", "SESSIONS", "ACCOUNT", "NS");

  @TempDir Path folder;
  private final Chronicle chronicle = new Chronicle();
  private final List<Wanderer> people = new ArrayList<>();
  private int arrivals;

  /** More by {@code -Dany.seeds=5,6,7}. */
  static Stream<Long> seeds() {
    return Stream.of(System.getProperty("any.seeds", "1,4").split(",")).map(Long::valueOf);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void allAgree(long seed) {
    try (RunningServer server = RunningServer.start(folder, "accounts.login=optional")) {
      begin(server.door());
      AnyLines lines = new AnyLines(seed, verbs(), people);
      for (int round = 0; round < ROUNDS; round++) {
        try {
          play(lines, server.door());
        } catch (AssertionError | RuntimeException e) {
          String where = "seed " + seed + ", round " + round + ": " + e.getMessage();
          throw new AssertionError(where + "\nafter:\n" + chronicle, e);
        }
      }
    }
  }

  private void begin(Door door) {
    door.account("spare");
    for (String name : ACCOUNTS) {
      door.account(name);
      people.add(new Wanderer(name, chronicle, door.irc(name, capabilities(name))));
    }
    people.add(new Wanderer("alice", chronicle, door.irc("alice", capabilities(""))));
    for (int i = 0; i < GUESTS; i++) {
      people.add(new Wanderer("guest" + i, chronicle, guest(door, "guest" + i)));
    }
  }

  private static String[] capabilities(String name) {
    List<String> all =
        new ArrayList<>(List.of("batch", "echo-message", "message-tags", "server-time"));
    if (name.equals("alice") || name.equals("bob")) {
      all.addAll(List.of("labeled-response", "draft/multiline", "chghost", "extended-join"));
    }
    return all.toArray(String[]::new);
  }

  private static Peer guest(Door door, String nick) {
    Peer peer = door.greeted();
    peer.send("CAP REQ :" + String.join(" ", capabilities("")));
    peer.expect(":* CAP * ACK :*");
    peer.send("NICK " + nick).send("USER " + nick + " 0 * :" + nick).send("CAP END");
    peer.await(":* 422 *");
    return peer;
  }

  /** All that HELP names. */
  private List<String> verbs() {
    Set<String> verbs = new TreeSet<>();
    Wanderer one = people.get(0);
    one.send("HELP".getBytes(StandardCharsets.UTF_8));
    one.fence();
    one.hearAll().stream()
        .filter(line -> line.command().equals("705"))
        .forEach(line -> verbs.addAll(List.of(line.text().split(" "))));
    verbs.removeAll(LEFT_OUT);
    return List.copyOf(verbs);
  }

  private void play(AnyLines lines, Door door) {
    for (Wanderer one : people) {
      lines.burst(one, lines.below(MOST_LINES)).forEach(one::send);
      one.fence();
    }
    people.forEach(Wanderer::hearAll);
    if (lines.below(3) == 0) {
      leave(people.get(lines.below(people.size())), door);
    }
    // Who quits is gone from a room when the room has been told, which nobody is answered.
    chronicle.isMuted(true);
    await().atMost(Peer.PATIENCE).untilAsserted(new Gathering(people)::check);
    chronicle.isMuted(false);
  }

  private void leave(Wanderer one, Door door) {
    one.mayEnd();
    one.send("QUIT :bye".getBytes(StandardCharsets.UTF_8));
    one.hearAll();
    boolean isAccount = ACCOUNTS.contains(one.name());
    String nick = isAccount ? one.name() : "again" + ++arrivals;
    one.comeBack(isAccount ? door.irc(nick, capabilities("")) : guest(door, nick), nick);
  }
}
