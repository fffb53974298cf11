package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sends again under its id is said once, and echoed as at the first time. */
class IdempotencyTest {
  private static final String[] CAPABILITIES = {
    "message-tags",
    "server-time",
    "batch",
    "echo-message",
    "labeled-response",
    "draft/multiline",
    "conclave/id"
  };

  private static final String[] READER = {"message-tags", "server-time", "batch"};

  @TempDir Path data;

  /** What was said before comes when it is asked for. */
  private RunningServer start(String... sets) {
    List<String> all = new ArrayList<>(List.of(sets));
    all.add("history.replay-on-join=0");
    return RunningServer.start(data, all.toArray(String[]::new));
  }

  private static Peer alice(RunningServer server) {
    return inDen(server.door().newIrc("alice", CAPABILITIES));
  }

  private static Peer aliceAgain(RunningServer server) {
    return inDen(server.door().irc("alice", CAPABILITIES));
  }

  private static Peer inDen(Peer peer) {
    peer.send("JOIN #den");
    peer.await("* 366 *");
    peer.skipAll(); // what was said before
    return peer;
  }

  private static List<String> texts(Peer peer, String target) {
    peer.skipAll();
    return peer.ask("CHATHISTORY LATEST " + target + " * 100").stream()
        .filter(line -> line.contains(" PRIVMSG "))
        .map(line -> line.replaceAll(".* PRIVMSG \\S+ :", ""))
        .toList();
  }

  @Test
  void aRetryOnTheSameConnectionIsEchoedAsTheFirstAndReachesNobodyElse() {
    try (RunningServer server = start();
        Peer alice = alice(server);
        Peer bob = inDen(server.door().newIrc("bob", READER))) {
      alice.await("* JOIN #den");
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      String first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      alice.expect(first);
      alice.send("@conclave/id=0b7f PRIVMSG #den :two");
      alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :two");
      bob.expect(first);
      bob.expect("@time=*;msgid=* :alice!* PRIVMSG #den :two");
      bob.expectNothingMore();
      assertThat(texts(bob, "#den")).containsExactly("one", "two");
    }
  }

  @Test
  void manyCopiesAtOnceAreOne() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      StringBuilder copies = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        copies.append("@conclave/id=id").append(i / 20).append(" PRIVMSG #den :n").append(i / 20);
        copies.append("\r\n");
      }
      alice.sendBytes(copies.toString().getBytes(StandardCharsets.US_ASCII));
      List<String> echoes = alice.ask("PING all");
      assertThat(echoes).filteredOn(line -> line.contains("PRIVMSG")).hasSize(200);
      assertThat(echoes.stream().filter(line -> line.contains("PRIVMSG")).distinct()).hasSize(10);
      assertThat(texts(alice, "#den"))
          .containsExactly("n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9");
    }
  }

  @Test
  void aRetryAfterAReconnectAndAfterARestartIsKnown() {
    String first;
    try (RunningServer server = start()) {
      try (Peer alice = alice(server)) {
        alice.send("@conclave/id=0b7e PRIVMSG #den :one");
        first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
      }
      try (Peer alice = aliceAgain(server)) {
        alice.send("@conclave/id=0b7e PRIVMSG #den :one");
        alice.expect(first);
      }
    }
    try (RunningServer server = start();
        Peer alice = aliceAgain(server)) {
      alice.send("@conclave/id=0b7e;label=again PRIVMSG #den :one");
      alice.expect(first.replace("@time", "@label=again;time"));
      assertThat(texts(alice, "#den")).containsExactly("one");
    }
  }

  @Test
  void aRetryIsKnownWhereverItsAuthorIsMeanwhile() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      String first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
      alice.send("PART #den");
      alice.await("* PART #den");
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      alice.expect(first);
      alice.send("@conclave/id=0b80 PRIVMSG #den :two");
      alice.expect(":* 404 alice #den *");
    }
  }

  @Test
  void aLongLabelIsAnIdAndAShortOneIsACount() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      alice.send("@label=0123456789abcdef PRIVMSG #den :one");
      String first = alice.expect("@label=0123456789abcdef;time=* :alice!* PRIVMSG #den :one");
      alice.send("@label=0123456789abcdef PRIVMSG #den :one");
      alice.expect(first);
      alice.send("@label=0123456789abcde PRIVMSG #den :two");
      String second = alice.expect("@label=0123456789abcde;time=* :alice!* PRIVMSG #den :two");
      alice.send("@label=0123456789abcde PRIVMSG #den :two");
      assertThat(alice.expect("@label=* PRIVMSG #den :two")).isNotEqualTo(second);
      assertThat(texts(alice, "#den")).containsExactly("one", "two", "two");
    }
  }

  @Test
  void aMessageToSomebodyIsToldOnce() {
    try (RunningServer server = start();
        Peer alice = alice(server);
        Peer bob = server.door().newIrc("bob", READER)) {
      alice.send("@conclave/id=0b7e PRIVMSG bob :psst");
      String first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG bob :psst");
      alice.send("@conclave/id=0b7e PRIVMSG bob :psst");
      alice.expect(first);
      bob.expect(first);
      // the same id in another place is another message
      alice.send("@conclave/id=0b7e PRIVMSG #den,bob :psst");
      alice.await("@time=*;msgid=* :alice!* PRIVMSG #den :psst");
      bob.expectNothingMore();
      assertThat(texts(bob, "alice")).containsExactly("psst");
    }
  }

  @Test
  void aMessageOfSeveralLinesIsSaidOnce() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      for (int i = 0; i < 2; i++) {
        alice.send("@conclave/id=0b7e BATCH +1 draft/multiline #den");
        alice.send("@batch=1 PRIVMSG #den :one");
        alice.send("@batch=1 PRIVMSG #den :two");
        alice.send("BATCH -1");
      }
      String first = alice.expect("@time=*;msgid=* :alice!* BATCH +* draft/multiline #den");
      alice.await(":alice!* BATCH -*");
      alice.expect(first);
      alice.await(":alice!* BATCH -*");
      assertThat(texts(alice, "#den")).containsExactly("one", "two");
    }
  }

  @Test
  void twoAccountsWithTheSameIdDoNotMeet() {
    try (RunningServer server = start();
        Peer alice = alice(server);
        Peer bob = inDen(server.door().newIrc("bob", CAPABILITIES))) {
      alice.send("@conclave/id=0b7e PRIVMSG #den :mine");
      alice.await("* PRIVMSG #den :mine");
      bob.await("* PRIVMSG #den :mine");
      bob.send("@conclave/id=0b7e PRIVMSG #den :mine too");
      bob.await("@time=*;msgid=* :bob!* PRIVMSG #den :mine too");
      assertThat(texts(bob, "#den")).containsExactly("mine", "mine too");
    }
  }

  @Test
  void aGuestIsKnownOnOneConnectionAlone() {
    try (RunningServer server = start("accounts.login=optional");
        Peer alice = alice(server)) {
      try (Peer guest = guest(server)) {
        guest.send("@conclave/id=0b7e PRIVMSG #den :hi");
        String first = guest.await("* PRIVMSG #den :hi");
        guest.send("@conclave/id=0b7e PRIVMSG #den :hi");
        guest.expect(first);
        guest.send("QUIT");
        alice.await("* QUIT *");
      }
      try (Peer guest = guest(server)) {
        guest.send("@conclave/id=0b7e PRIVMSG #den :hi");
        guest.await("* PRIVMSG #den :hi");
      }
      assertThat(texts(alice, "#den")).containsExactly("hi", "hi");
    }
  }

  private static Peer guest(RunningServer server) {
    Peer guest = server.door().guest("zoe");
    guest.send("CAP REQ :message-tags echo-message conclave/id");
    guest.await(":* CAP * ACK *");
    return inDen(guest);
  }

  @Test
  void aReactionIsKnownToo() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      alice.send("@conclave/id=0b7e;+draft/react=yes TAGMSG #den");
      String first = alice.expect("@time=*;+draft/react=yes :alice!* TAGMSG #den");
      alice.send("@conclave/id=0b7e;+draft/react=yes TAGMSG #den");
      alice.expect(first);
      alice.send("@conclave/id=0b80 NOTICE #den :hear");
      String notice = alice.expect("@time=*;msgid=* :alice!* NOTICE #den :hear");
      alice.send("@conclave/id=0b80 NOTICE #den :hear");
      alice.expect(notice);
    }
  }

  @Test
  void whatWasTakenBackIsNotSaidAgain() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      String first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
      alice.send("REDACT #den " + first.replaceAll(".*msgid=(\\S+) .*", "$1"));
      alice.skipAll();
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      alice.expect(
          ":conclave.local FAIL * MESSAGE_GONE :That was said before, and is not kept any more");
      assertThat(texts(alice, "#den")).isEmpty();
    }
  }

  @Test
  void aRoomUnderAnotherNameKnowsWhatItWasSent() {
    try (RunningServer server = start();
        Peer alice = alice(server)) {
      alice.send("@conclave/id=0b7e PRIVMSG #den :one");
      String first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
      alice.send("RENAME #den #hall");
      alice.await("* 366 alice #hall *");
      alice.send("@conclave/id=0b7e PRIVMSG #hall :one");
      alice.expect(first.replace("#den", "#hall"));
      assertThat(texts(alice, "#hall")).containsExactly("one");
    }
  }

  @Test
  void anIdHas64CharactersAtMostAndMeansNothingWithoutItsCapability() {
    try (RunningServer server = start();
        Peer alice = alice(server);
        Peer bob = inDen(server.door().newIrc("bob", "echo-message"))) {
      alice.await("* JOIN #den");
      for (String bad : List.of("x".repeat(65), "", "a\\sb", "é")) {
        alice.send("@conclave/id=" + bad + " PRIVMSG #den :bad");
        alice.expect(
            ":conclave.local FAIL * INVALID_MESSAGE_ID :The id of a message has 1 to 64 characters"
                + " of ASCII, and no spaces");
      }
      alice.send("@conclave/id=" + "x".repeat(64) + " PRIVMSG #den :good");
      alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :good");
      bob.await("* PRIVMSG #den :good");
      bob.send("@conclave/id=0b7e PRIVMSG #den :same");
      bob.expect(":bob!* PRIVMSG #den :same");
      bob.send("@conclave/id=0b7e PRIVMSG #den :same");
      bob.expect(":bob!* PRIVMSG #den :same");
      assertThat(texts(alice, "#den")).containsExactly("good", "same", "same");
    }
  }
}
