package conclave.it;

import static conclave.it.Retrying.READER;
import static conclave.it.Retrying.again;
import static conclave.it.Retrying.back;
import static conclave.it.Retrying.first;
import static conclave.it.Retrying.inDen;
import static conclave.it.Retrying.start;
import static conclave.it.Retrying.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client sends again under its id is said once, and echoed as at the first time. */
class IdempotencyTest {
  @TempDir Path data;

  @Test
  void aRetryOnTheSameConnectionIsEchoedAsTheFirstAndReachesNobodyElse() {
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice");
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data)) {
      try (Peer alice = first(server, "alice")) {
        alice.send("@conclave/id=0b7e PRIVMSG #den :one");
        first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
      }
      try (Peer alice = again(server, "alice")) {
        alice.send("@conclave/id=0b7e PRIVMSG #den :one");
        alice.expect(first);
      }
    }
    try (RunningServer server = start(data);
        Peer alice = again(server, "alice")) {
      alice.send("@conclave/id=0b7e;label=again PRIVMSG #den :one");
      alice.expect(first.replace("@time", "@label=again;time"));
      assertThat(texts(alice, "#den")).containsExactly("one");
    }
  }

  @Test
  void aRetryIsKnownWhereverItsAuthorIsMeanwhile() {
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
  void aRetryToNobodyUnderANickInAnotherFormFindsNobody() {
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
      alice.send("@conclave/id=0b81 PRIVMSG \uff42\uff4f\uff42 :hi");
      alice.expect(":conclave.local 401 alice \uff42\uff4f\uff42 :*");
      alice.send("@conclave/id=0b82 NOTICE zoe\u0308 :hi");
      alice.expectNothingMore();
    }
  }

  @Test
  void aLongLabelIsAnIdAndAShortOneIsACount() {
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice");
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
  void whoHasLeftWasToldAllTheSame() {
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
      String first;
      try (Peer bob = server.door().newIrc("bob", READER)) {
        alice.send("@conclave/id=0b7e PRIVMSG bob :psst");
        first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG bob :psst");
        bob.send("QUIT");
        bob.await("ERROR *");
        bob.expectClosed();
      }
      alice.send("@conclave/id=0b7e PRIVMSG Bob :psst");
      alice.expect(first);
      alice.send("@conclave/id=0b80 PRIVMSG bob :psst");
      alice.expect(":conclave.local 401 alice bob :No such nick");
    }
  }

  @Test
  void whoHasLeftUnderAnotherNickThanTheAccountsWasToldAllTheSame() {
    try (RunningServer server = start(data, "accounts.nick-is-account=false");
        Peer alice = first(server, "alice")) {
      String first;
      try (Peer bob = server.door().newIrc("bob", READER)) {
        bob.send("NICK roberto");
        bob.await("*:bob!* NICK roberto");
        alice.send("@conclave/id=0b7e PRIVMSG roberto :psst");
        first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG roberto :psst");
        bob.send("QUIT");
        bob.await("ERROR *");
        bob.expectClosed();
      }
      alice.send("@conclave/id=0b7e PRIVMSG roberto :psst");
      alice.expect(first);
      alice.send("@conclave/id=0b80 PRIVMSG roberto :psst");
      alice.expect(":conclave.local 401 alice roberto :No such nick");
    }
  }

  @Test
  void aMessageOfSeveralLinesIsSaidOnce() {
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice");
        Peer bob = first(server, "bob")) {
      alice.send("@conclave/id=0b7e PRIVMSG #den :mine");
      alice.await("* PRIVMSG #den :mine");
      bob.await("* PRIVMSG #den :mine");
      bob.send("@conclave/id=0b7e PRIVMSG #den :mine too");
      bob.await("@time=*;msgid=* :bob!* PRIVMSG #den :mine too");
      assertThat(texts(bob, "#den")).containsExactly("mine", "mine too");
    }
  }

  @Test
  void aRoomThatGotAnotherNameDuringTheGraceIsStillSpokenToUnderTheOldOne() {
    try (RunningServer server = start(data, "accounts.grace=1h");
        Peer bob = inDen(server.door().newIrc("bob", READER))) {
      String first;
      try (Peer alice = first(server, "alice")) {
        alice.send("@conclave/id=0b7e PRIVMSG #den :one");
        first = alice.expect("@time=*;msgid=* :alice!* PRIVMSG #den :one");
        alice.hangUp();
      }
      bob.send("RENAME #den #hall :moved");
      bob.skip("* 366 bob #hall *");
      try (Peer alice = back(server, "alice")) {
        alice.send("@conclave/id=0b7e PRIVMSG #den :one");
        alice.expect(first);
        alice.send("@conclave/id=0b7f PRIVMSG #den :two");
        alice.expect("@time=*;msgid=* :alice!* PRIVMSG #hall :two");
        bob.expect("@time=*;msgid=* :alice!* PRIVMSG #hall :two");
        bob.expectNothingMore();
        assertThat(texts(bob, "#hall")).containsExactly("one", "two");
      }
    }
  }
}
