package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has seen is stored, whatever happens to the server. */
class KillIT {
  private static final int SEEN = 300;
  private static final int SAID = 900;

  @TempDir Path data;

  @Test
  void whatWasEchoedSurvivesAKill() {
    int seen;
    try (ServerProcess server = ServerProcess.start(data);
        Peer alice = server.door().newIrc("alice", "echo-message")) {
      alice.send("JOIN #den");
      alice.await(":* 366 *");
      StringBuilder lines = new StringBuilder();
      for (int i = 0; i < SAID; i++) {
        lines.append("PRIVMSG #den :message ").append(i).append("\r\n");
      }
      alice.sendBytes(lines.toString().getBytes(StandardCharsets.US_ASCII));
      alice.await(":alice!* PRIVMSG #den :message " + (SEEN - 1));
      server.console().kill();
      seen = SEEN;
      for (var line = alice.next(); line.isPresent(); line = alice.next()) {
        assertThat(line.get()).endsWith(":message " + seen++);
      }
    }
    try (ServerProcess server =
            ServerProcess.start(data, "history.replay-on-join=0", "history.page-size=1000");
        Peer alice = server.door().plain("alice")) {
      alice.send("/join den");
      alice.await("In #den: ~alice");
      alice.send("/history 1000");
      List<String> stored =
          alice.readUntil("--- now").stream()
              .filter(line -> line.contains("message "))
              .map(line -> line.substring(line.lastIndexOf(' ') + 1))
              .toList();
      assertThat(stored)
          .as("each once, in order, and at least those that were seen")
          .hasSizeGreaterThanOrEqualTo(seen)
          .containsExactlyElementsOf(
              IntStream.range(0, stored.size()).mapToObj(Integer::toString).toList());
    }
  }

  @Test
  void aRoomThatGotAnotherNameHasItAfterAKill() {
    try (ServerProcess server = ServerProcess.start(data);
        Peer alice = server.door().newIrc("alice", "echo-message", "draft/channel-rename")) {
      alice.send("JOIN #den");
      alice.await(":* 366 *");
      alice.send("PRIVMSG #den :before");
      alice.send("RENAME #den #hall :moved");
      alice.await(":alice!* RENAME #den #hall :moved");
      server.console().kill();
    }
    try (ServerProcess server = ServerProcess.start(data);
        Peer alice = server.door().irc("alice")) {
      alice.send("JOIN #hall");
      alice.expect(":alice!alice@user/alice JOIN #hall");
      alice.expect(":alice!alice@user/alice MODE #hall +q alice");
      alice.await(":conclave.local 366 alice #hall *");
      alice.expect(":alice!alice@user/alice PRIVMSG #hall :[*] before");
      alice.send("JOIN #den");
      alice.await(":conclave.local 366 alice #den *");
      alice.expectNothingMore();
    }
  }

  @Test
  void whoStaysIsInItsRoomsAfterAKillAndIsShownWhatWasMissed() {
    try (ServerProcess server = ServerProcess.start(data);
        Peer bob = server.door().newIrc("bob", "away-notify", "echo-message")) {
      bob.send("JOIN #den");
      bob.await(":* 366 *");
      Peer alice = server.door().newIrc("alice");
      alice.send("NS SET always-on on");
      alice.await(":NickServ!* NOTICE alice :From now on you stay *");
      alice.send("JOIN #den");
      alice.await(":* 366 *");
      bob.send("PRIVMSG #den :seen");
      alice.expect(":bob!* PRIVMSG #den :seen");
      alice.hangUp();
      bob.await(":alice!* AWAY :Not connected");
      bob.send("PRIVMSG #den :missed");
      bob.expect(":bob!* PRIVMSG #den :missed");
      bob.send("PRIVMSG alice :for you");
      bob.expect(":bob!* PRIVMSG alice :for you");
      server.console().kill();
    }
    try (ServerProcess server = ServerProcess.start(data);
        Peer carol = server.door().newIrc("carol")) {
      carol.send("PRIVMSG alice :still there?");
      carol.expect(":conclave.local 301 carol alice :Not connected");
      try (Peer alice = server.door().irc("alice")) {
        alice.expect(":alice!alice@user/alice JOIN #den");
        alice.expect(":conclave.local 353 alice = #den :alice");
        alice.expect(":conclave.local 366 alice #den *");
        alice.expect(":bob!* PRIVMSG #den :[*] missed");
        alice.expect(":bob!* PRIVMSG alice :[*] for you");
        alice.expect(":carol!* PRIVMSG alice :[*] still there?");
        alice.expectNothingMore();
      }
    }
  }
}
