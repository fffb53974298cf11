package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who loses the connection and comes back soon was never away, and has missed nothing. */
class GraceTest {
  @TempDir Path folder;
  private RunningServer server;
  private Peer bob;

  @BeforeEach
  void start() {
    start("accounts.grace=1h");
    bob = server.door().newIrc("bob", "away-notify");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
  }

  private void start(String... sets) {
    server = RunningServer.start(folder, sets);
  }

  @AfterEach
  void close() {
    bob.close();
    server.close();
  }

  private void comesIn(Peer peer, String nick) {
    peer.send("JOIN #den");
    peer.skip(":* 366 *");
    bob.expect(":" + nick + "!* JOIN #den");
  }

  /** Without a word; the server has noticed it when this returns. */
  private void drops(Peer peer) {
    long before = server.connections();
    peer.hangUp();
    await().atMost(Peer.PATIENCE).until(() -> server.connections() < before);
  }

  private void saysMeanwhile() {
    bob.send("PRIVMSG #den :one");
    bob.send("PRIVMSG alice :for you");
    bob.send("PRIVMSG #den :two");
    bob.expectNothingMore();
  }

  @Test
  void anIrcClientWithoutAnyCapabilityGoesOnWhereItWas() {
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    bob.send("MODE #den +o alice");
    alice.expect(":bob!* MODE #den +o alice");
    bob.expect(":bob!* MODE #den +o alice");
    bob.send("PRIVMSG #den :zero");
    alice.expect(":bob!* PRIVMSG #den :zero");
    alice.send("PRIVMSG #den :mine");
    bob.expect(":alice!* PRIVMSG #den :mine");
    drops(alice);
    saysMeanwhile();
    try (Peer back = server.door().irc("alice")) {
      back.expect(":alice!alice@user/alice JOIN #den");
      back.expect(":conclave.local 353 alice = #den :~bob @alice");
      back.expect(":conclave.local 366 alice #den *");
      List<String> missed = List.of(back.next().orElseThrow(), back.next().orElseThrow());
      assertThat(missed.get(0)).matches(":bob!bob@user/bob PRIVMSG #den :\\[..:..Z] one");
      assertThat(missed.get(1)).matches(":bob!bob@user/bob PRIVMSG #den :\\[..:..Z] two");
      back.expect(":bob!bob@user/bob PRIVMSG alice :[*] for you");
      bob.send("PRIVMSG #den :three");
      back.expect(":bob!bob@user/bob PRIVMSG #den :three");
      back.expectNothingMore();
      back.send("PRIVMSG #den :here");
      bob.expect(":alice!alice@user/alice PRIVMSG #den :here");
    }
  }

  @Test
  void aClientThatKnowsBatchesIsToldWhatItMissedInThem() {
    String[] wanted = {"batch", "server-time", "message-tags", "echo-message"};
    Peer alice = server.door().newIrc("alice", wanted);
    comesIn(alice, "alice");
    alice.send("PRIVMSG #den :mine");
    alice.skip("@*;msgid=* :alice!* PRIVMSG #den :mine");
    bob.expect(":alice!* PRIVMSG #den :mine");
    drops(alice);
    saysMeanwhile();
    try (Peer back = server.door().irc("alice", wanted)) {
      back.skip(":conclave.local 366 alice #den *");
      back.expect(":conclave.local BATCH +* chathistory #den");
      back.expect("@batch=*;msgid=* :bob!bob@user/bob PRIVMSG #den :one");
      back.expect("@batch=*;msgid=* :bob!bob@user/bob PRIVMSG #den :two");
      back.expect(":conclave.local BATCH -*");
      back.expect(":conclave.local BATCH +* chathistory bob");
      back.expect("@batch=*;msgid=* :bob!bob@user/bob PRIVMSG alice :for you");
      back.expect(":conclave.local BATCH -*");
      back.expectNothingMore();
    }
  }

  @Test
  void aPersonWithATokenGoesOnInPlainLines() {
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    alice.send("SESSIONS TOKEN");
    String token = alice.await(":* NOTE SESSIONS TOKEN alice*1 *").split(" ")[5];
    drops(alice);
    saysMeanwhile();
    try (Peer back = server.door().greeted().plain()) {
      back.send("/login alice*1 " + token);
      back.skip("In #den: alice ~bob");
      back.expect("--- #den, since *");
      back.expect("[*] #den bob: one");
      back.expect("[*] #den bob: two");
      back.expect("--- now");
      back.expect("--- bob, since *");
      back.expect("[*] -> alice bob: for you");
      back.expect("--- now");
      back.expectNothingMore();
      bob.expectNothingMore();
    }
  }

  @Test
  void eachDeviceGoesOnWhereItWasItself() {
    Peer desk = device("alice", "desk");
    Peer phone = device("alice", "phone");
    comesIn(desk, "alice");
    phone.skip(":conclave.local 366 alice #den *");
    drops(phone);
    bob.send("PRIVMSG #den :one");
    desk.expect(":bob!* PRIVMSG #den :one");
    desk.send("PRIVMSG bob :hello");
    bob.expect(":alice!* PRIVMSG bob :hello");
    drops(desk);
    bob.send("PRIVMSG #den :two");
    bob.expectNothingMore();
    try (Peer back = logsIn("alice", "desk")) {
      back.skip(":conclave.local 366 alice #den *");
      back.expect(":bob!* PRIVMSG #den :[*] two");
      back.expectNothingMore();
      try (Peer other = logsIn("alice", "phone")) {
        other.skip(":conclave.local 366 alice #den *");
        other.expect(":bob!* PRIVMSG #den :[*] one");
        other.expect(":bob!* PRIVMSG #den :[*] two");
        other.expect(":alice!* PRIVMSG bob :[*] hello");
        other.expectNothingMore();
        bob.expectNothingMore();
      }
    }
  }

  private Peer device(String account, String name) {
    if (name.equals("desk")) {
      server.door().account(account);
    }
    return logsIn(account, name);
  }

  private Peer logsIn(String account, String device) {
    Peer peer = server.door().greeted();
    peer.send("PASS " + account + "@" + device + ":" + Door.PASSWORD);
    peer.send("NICK " + account);
    peer.send("USER " + account + " 0 * :" + account);
    return peer.skip(":* 422 *");
  }

  @Test
  void whoComesBackBeforeTheLossIsNoticedHasMissedNothingEither() {
    device("alice", "desk").close();
    Peer alice = logsIn("alice", "desk");
    comesIn(alice, "alice");
    bob.send("PRIVMSG #den :unread");
    alice.expect(":bob!* PRIVMSG #den :unread");
    try (Peer back = logsIn("alice", "desk")) {
      back.skip(":conclave.local 366 alice #den *");
      back.expect(":bob!* PRIVMSG #den :[*] unread");
      back.expectNothingMore();
      bob.expectNothingMore();
      drops(alice);
      bob.expectNothingMore();
    }
  }

  @Test
  void whoQuitsOrIsPutOutDoesNotStay() {
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    alice.send("QUIT :bye");
    bob.expect(":alice!* QUIT :Quit: bye");
  }

  @Test
  void whoIsKickedWhileAwayIsOutOfTheRoom() {
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    drops(alice);
    bob.send("KICK #den alice :enough");
    bob.expect(":bob!* KICK #den alice :enough");
    bob.expectNothingMore();
    try (Peer back = server.door().irc("alice")) {
      back.expectNothingMore();
      bob.expectNothingMore();
    }
  }

  @Test
  void aRoomMayGetAnotherNameMeanwhile() {
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    drops(alice);
    bob.send("PRIVMSG #den :before");
    bob.send("RENAME #den #hall :moved");
    bob.skip(":* 366 bob #hall *");
    bob.send("PRIVMSG #hall :after");
    bob.expectNothingMore();
    try (Peer back = server.door().irc("alice")) {
      back.expect(":alice!alice@user/alice JOIN #hall");
      back.skip(":conclave.local 366 alice #hall *");
      back.expect(":bob!* PRIVMSG #hall :[*] before");
      back.expect(":bob!* PRIVMSG #hall :[*] after");
      back.expectNothingMore();
    }
  }

  @Test
  void ofVeryMuchTheRestIsLeftToTheHistory() {
    bob.send("QUIT");
    bob.skip("ERROR *").expectClosed();
    server.close();
    start("accounts.grace=1h", "history.missed=250", "history.page-size=100");
    bob = server.door().irc("bob");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    drops(alice);
    IntStream.range(0, 300).forEach(i -> bob.send("PRIVMSG #den :m" + i));
    bob.expectNothingMore();
    try (Peer back = server.door().irc("alice")) {
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
    bob.send("QUIT");
    bob.skip("ERROR *").expectClosed();
    server.close();
    start("accounts.grace=1s");
    bob = server.door().irc("bob");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    alice.send("JOIN #hall");
    alice.skip(":* 366 *");
    bob.send("JOIN #hall");
    bob.skip(":* 366 *");
    drops(alice);
    bob.expect(":alice!alice@user/alice QUIT :Connection closed");
    bob.expectNothingMore();
    try (Peer back = server.door().irc("alice")) {
      back.expectNothingMore();
    }
  }

  @Test
  void anAdministratorPutsOutWhoIsNotConnected() {
    bob.send("QUIT");
    bob.skip("ERROR *").expectClosed();
    server.close();
    start("accounts.grace=1h", "operators=[{account: bob, role: admin}]");
    bob = server.door().irc("bob");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
    Peer alice = server.door().newIrc("alice");
    comesIn(alice, "alice");
    drops(alice);
    bob.send("KILL alice :spam");
    bob.skip(":alice!alice@user/alice QUIT :Killed (bob (spam))");
    Peer again = server.door().irc("alice");
    again.expectNothingMore();
    comesIn(again, "alice");
    drops(again);
    bob.send("KLINE 1d *!*@user/alice :spam");
    bob.skip(":alice!alice@user/alice QUIT :Banned (spam)");
  }

  @Test
  void whereThereAreTooManyUsersNobodyStays() {
    bob.send("QUIT");
    bob.skip("ERROR *").expectClosed();
    server.close();
    start("accounts.grace=1h", "limits.connections=3");
    bob = server.door().irc("bob");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
    for (String nick : List.of("alice", "carol")) {
      Peer peer = server.door().newIrc(nick);
      comesIn(peer, nick);
      drops(peer);
    }
    Peer dave = server.door().newIrc("dave");
    comesIn(dave, "dave");
    dave.hangUp();
    bob.expect(":dave!* QUIT :Connection closed");
    bob.expectNothingMore();
  }
}
