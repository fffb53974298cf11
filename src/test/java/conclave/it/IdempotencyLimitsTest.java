package conclave.it;

import static conclave.it.Retrying.first;
import static conclave.it.Retrying.inDen;
import static conclave.it.Retrying.start;
import static conclave.it.Retrying.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ids can be, whom they are known of, and what is sent again under them but words. */
class IdempotencyLimitsTest {
  @TempDir Path data;

  @Test
  void aGuestIsKnownOnOneConnectionAlone() {
    try (RunningServer server = start(data, "accounts.login=optional");
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice")) {
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
    try (RunningServer server = start(data);
        Peer alice = first(server, "alice");
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
