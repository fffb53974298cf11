package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A connection that ends with something on its way to it: the next one goes on, with no gap. */
class SlowEndTest extends SlowReading {
  private static final String FROM_ALICE = ":alice!alice@user/alice PRIVMSG #den :";

  /** Who stays for good, and reads nothing any more. */
  private Peer behind() {
    server.close();
    startAgain();
    Peer bob = server.door().newIrc("bob");
    bob.send("NS SET always-on on").await(":NickServ!* NOTICE bob :From now on you stay *");
    enters(bob).turnDeaf();
    talkUntilBehind("#den", 1);
    talk("#den", LINES_AT_ONCE);
    return bob;
  }

  private void startAgain() {
    server =
        RunningServer.start(
            folder, "limits.send-queue=64KiB", "history.replay-on-join=0", "history.missed=100000");
    alice = server.door().irc("alice", "echo-message");
    alice.send("JOIN #den").await("* 366 *");
  }

  /** The numbers of alice's lines, until the connection is over or has shown the last one. */
  private List<Integer> numbers(Peer peer) {
    List<Integer> numbers = new ArrayList<>();
    Optional<String> line = peer.next();
    while (line.isPresent() && (numbers.isEmpty() || last(numbers) < said - 1)) {
      line.filter(text -> text.startsWith(FROM_ALICE))
          .map(text -> text.substring(FROM_ALICE.length(), text.lastIndexOf(' ')))
          .ifPresent(text -> numbers.add(Integer.valueOf(text.replaceFirst(".* ", ""))));
      if (numbers.isEmpty() || last(numbers) < said - 1) {
        line = peer.next();
      }
    }
    return numbers;
  }

  private static int last(List<Integer> numbers) {
    return numbers.get(numbers.size() - 1);
  }

  private void expectNoGap(List<Integer> before, Peer back) {
    List<Integer> then = numbers(back);
    back.expectNothingMore();
    int from = then.get(0);
    assertThat(before).startsWith(0).isSorted().doesNotHaveDuplicates();
    assertThat(from).isLessThanOrEqualTo(last(before) + 1);
    List<Integer> all = new ArrayList<>(before.subList(0, from));
    all.addAll(then);
    assertThat(all).hasSize(said).startsWith(0).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aQuit() {
    try (Peer bob = behind()) {
      long before = server.connections();
      bob.send("QUIT");
      await().atMost(Peer.PATIENCE).until(() -> server.connections() < before);
      bob.hearAgain();
      List<Integer> heard = numbers(bob);
      try (Peer back = server.door().irc("bob")) {
        expectNoGap(heard, back);
      }
    }
  }

  @Test
  void theEndOfTheServer() {
    try (Peer bob = behind()) {
      alice.close();
      server.close();
      bob.hearAgain();
      List<Integer> heard = numbers(bob);
      startAgain();
      try (Peer back = server.door().irc("bob")) {
        expectNoGap(heard, back);
      }
    }
  }
}
