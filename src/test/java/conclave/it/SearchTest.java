package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SEARCH: what is found by whom, and how far one looks. */
class SearchTest {
  private static final String[] CAPABILITIES = {
    "batch", "echo-message", "message-tags", "server-time", "soju.im/search"
  };

  @TempDir Path data;

  /** The texts that were found, and what is said of them. */
  private static List<String> search(Peer peer, String attributes) {
    return peer.ask("SEARCH " + attributes).stream()
        .filter(line -> line.startsWith("@batch=h") || line.contains(" NOTE SEARCH "))
        .map(line -> line.replaceFirst("^(@batch=\\S+ )?:\\S+ (PRIVMSG \\S+ :)?", ""))
        .toList();
  }

  private static void says(Peer peer, String target, String text) {
    peer.send("PRIVMSG " + target + " :" + text).await("* PRIVMSG " + target + " :" + text);
  }

  private static Peer in(RunningServer server, String room, String name) {
    Peer peer = server.door().newIrc(name, CAPABILITIES);
    peer.send("JOIN " + room).await(":* 366 *");
    return peer;
  }

  @Test
  void itEndsAtItsBoundAndSaysSo() {
    try (RunningServer server =
        RunningServer.start(data, "history.search=100", "history.page-size=2")) {
      Peer alice = in(server, "#den", "alice");
      says(alice, "#den", "tea");
      for (int i = 0; i < 99; i++) {
        says(alice, "#den", "cake " + i);
      }
      assertThat(search(alice, "in=#den;text=tea")).containsExactly("tea");
      assertThat(search(alice, "in=#den;text=cake;limit=9")).containsExactly("cake 97", "cake 98");
      says(alice, "#den", "cake 99");
      assertThat(search(alice, "in=#den;text=tea"))
          .containsExactly(
              "NOTE SEARCH NOT_ALL_SEARCHED 100"
                  + " :The search ended after so many messages, and there are more");
      Peer plain = server.door().plain("alice");
      plain.send("/search in:#den tea").await("Nothing like that was found in #den.");
      plain.expect("Only the newest 100 messages were looked at.");
    }
  }

  @Test
  void moreLogsThanAreLookedThroughAtOnceAreNotPassedOverInSilence() {
    try (RunningServer server = RunningServer.start(data, "rooms.max-per-user=201")) {
      Peer alice = in(server, "#last", "alice");
      for (int i = 0; i < 200; i++) {
        alice.send("JOIN #r" + i).await(":* 366 *");
      }
      assertThat(search(alice, "text=tea"))
          .containsExactly(
              "NOTE SEARCH NOT_ALL_SEARCHED 0"
                  + " :The search ended after so many messages, and there are more");
      alice.send("PART #last").await("* PART #last*");
      assertThat(search(alice, "text=tea")).isEmpty();
    }
  }

  @Test
  void whatIsTakenBackOrForOthersOrInARoomThatOneHasLeftIsNotFound() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = in(server, "#den", "alice");
      Peer bob = in(server, "#den", "bob");
      alice.skipAll();
      alice.send("PRIVMSG #den :bad tea");
      String id = alice.await("*:bad tea").replaceFirst(".*msgid=([^; ]+).*", "$1");
      says(alice, "#den", "good tea");
      says(alice, "@#den", "secret tea");
      assertThat(search(bob, "text=tea")).containsExactly("bad tea", "good tea");
      alice.send("REDACT #den " + id).skipAll();
      assertThat(search(bob, "text=tea")).containsExactly("good tea");
      assertThat(search(alice, "text=tea")).containsExactly("good tea", "secret tea");
      alice.send("MODE #den +o bob").await("* MODE #den +o bob");
      bob.await("* MODE #den +o bob");
      assertThat(search(bob, "in=#den;text=tea")).containsExactly("good tea", "secret tea");
      bob.send("PART #den").await("* PART #den*");
      bob.skipAll();
      assertThat(search(bob, "text=tea")).isEmpty();
      assertThat(bob.ask("SEARCH in=#den;text=tea"))
          .containsExactly(
              ":conclave.local FAIL SEARCH INVALID_PARAMS in #den"
                  + " :There is no history of that which you may read");
    }
  }

  @Test
  void whatWasSaidIsFoundUnderTheNameThatItsRoomHasNowAlsoAfterARestart() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = in(server, "#den", "alice");
      says(alice, "#den", "tea");
      alice.send("RENAME #den #lair :moved").skipAll();
    }
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().irc("alice", CAPABILITIES);
      alice.send("JOIN #lair").await(":* 366 *");
      assertThat(alice.ask("SEARCH text=tea").get(1)).endsWith(" PRIVMSG #lair :tea");
    }
  }

  @Test
  void aGuestFindsNothingOfWhoBoreTheNameBefore() {
    try (RunningServer server = RunningServer.start(data, "accounts.login=optional")) {
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      Peer guest = server.door().guest("visitor");
      says(alice, "visitor", "tea");
      guest.send("QUIT").await("*ERROR *");
      Peer next = server.door().guest("visitor");
      assertThat(next.ask("SEARCH text=tea")).isEmpty();
    }
  }
}
