package conclave.it;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the grace does not hold, and where it ends. */
class GraceEndTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // each test starts its own
  private Den den;

  @AfterEach
  void close() {
    den.close();
  }

  @Test
  void whoQuitsDoesNotStay() {
    den = new Den(folder, "accounts.grace=1h");
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    alice.send("QUIT :bye");
    den.bob().expect(":alice!* QUIT :Quit: bye");
  }

  @Test
  void ofVeryMuchTheRestIsLeftToTheHistory() {
    den = new Den(folder, "accounts.grace=1h", "history.missed=250", "history.page-size=100");
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    den.drops(alice);
    IntStream.range(0, 300).forEach(i -> den.bob().send("PRIVMSG #den :m" + i));
    den.bob().expectNothingMore();
    try (Peer back = den.server().door().irc("alice")) {
      back.skip(":conclave.local 366 alice #den *");
      for (int i = 0; i < 250; i++) {
        back.expect(":bob!* PRIVMSG #den :[*] m" + i);
      }
      back.expect(":conclave.local NOTICE alice :More than that was missed of #den: *");
      back.expectNothingMore();
    }
  }

  @Test
  void whenTheGraceIsOverTheUserQuitsOnce() {
    den = new Den(folder, "accounts.grace=1s");
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    alice.send("JOIN #hall");
    alice.skip(":* 366 *");
    den.bob().send("JOIN #hall");
    den.bob().skip(":* 366 *");
    den.drops(alice);
    den.bob().expect(":alice!alice@user/alice QUIT :Connection closed");
    den.bob().expectNothingMore();
    try (Peer back = den.server().door().irc("alice")) {
      back.expectNothingMore();
    }
  }

  @Test
  void anAdministratorPutsOutWhoIsNotConnected() {
    den = new Den(folder, "accounts.grace=1h", "operators=[{account: bob, role: admin}]");
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    den.drops(alice);
    den.bob().send("KILL alice :spam");
    den.bob().skip(":alice!alice@user/alice QUIT :Killed (bob (spam))");
    Peer again = den.server().door().irc("alice");
    again.expectNothingMore();
    den.comesIn(again, "alice");
    den.drops(again);
    den.bob().send("KLINE 1d *!*@user/alice :spam");
    den.bob().skip(":alice!alice@user/alice QUIT :Banned (spam)");
  }

  @Test
  void whereThereAreTooManyUsersNobodyStays() {
    den = new Den(folder, "accounts.grace=1h", "limits.connections=3");
    for (String nick : List.of("alice", "carol")) {
      Peer peer = den.server().door().newIrc(nick);
      den.comesIn(peer, nick);
      den.drops(peer);
    }
    Peer dave = den.server().door().newIrc("dave");
    den.comesIn(dave, "dave");
    dave.hangUp();
    den.bob().expect(":dave!* QUIT :Connection closed");
    den.bob().expectNothingMore();
  }
}
