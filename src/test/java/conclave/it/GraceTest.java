package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who loses the connection and comes back soon was never away, and has missed nothing. */
class GraceTest {
  @TempDir Path folder;
  private Den den;

  @BeforeEach
  void start() {
    den = new Den(folder, "accounts.grace=1h");
  }

  @AfterEach
  void close() {
    den.close();
  }

  private void saysMeanwhile() {
    den.bob().send("PRIVMSG #den :one");
    den.bob().send("PRIVMSG alice :for you");
    den.bob().send("PRIVMSG #den :two");
    den.bob().expectNothingMore();
  }

  @Test
  void anIrcClientWithoutAnyCapabilityGoesOnWhereItWas() {
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    den.bob().send("MODE #den +o alice");
    alice.expect(":bob!* MODE #den +o alice");
    den.bob().expect(":bob!* MODE #den +o alice");
    den.bob().send("PRIVMSG #den :zero");
    alice.expect(":bob!* PRIVMSG #den :zero");
    alice.send("PRIVMSG #den :mine");
    den.bob().expect(":alice!* PRIVMSG #den :mine");
    den.hasHeard(alice);
    den.drops(alice);
    saysMeanwhile();
    try (Peer back = den.server().door().irc("alice")) {
      back.expect(":alice!alice@user/alice JOIN #den");
      back.expect(":conclave.local 353 alice = #den :~bob @alice");
      back.expect(":conclave.local 366 alice #den *");
      List<String> missed = List.of(back.next().orElseThrow(), back.next().orElseThrow());
      assertThat(missed.get(0)).matches(":bob!bob@user/bob PRIVMSG #den :\\[..:..Z] one");
      assertThat(missed.get(1)).matches(":bob!bob@user/bob PRIVMSG #den :\\[..:..Z] two");
      back.expect(":bob!bob@user/bob PRIVMSG alice :[*] for you");
      den.bob().send("PRIVMSG #den :three");
      back.expect(":bob!bob@user/bob PRIVMSG #den :three");
      back.expectNothingMore();
      back.send("PRIVMSG #den :here");
      den.bob().expect(":alice!alice@user/alice PRIVMSG #den :here");
    }
  }

  @Test
  void aClientThatKnowsBatchesIsToldWhatItMissedInThem() {
    String[] wanted = {"batch", "server-time", "message-tags", "echo-message"};
    Peer alice = den.server().door().newIrc("alice", wanted);
    den.comesIn(alice, "alice");
    alice.send("PRIVMSG #den :mine");
    alice.skip("@*;msgid=* :alice!* PRIVMSG #den :mine");
    den.bob().expect(":alice!* PRIVMSG #den :mine");
    den.drops(alice);
    saysMeanwhile();
    try (Peer back = den.server().door().irc("alice", wanted)) {
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
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    alice.send("SESSIONS TOKEN");
    String token = alice.await(":* NOTE SESSIONS TOKEN alice*1 *").split(" ")[5];
    den.drops(alice);
    saysMeanwhile();
    try (Peer back = den.server().door().greeted().plain()) {
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
      den.bob().expectNothingMore();
    }
  }

  @Test
  void eachDeviceGoesOnWhereItWasItself() {
    Peer desk = device("alice", "desk");
    Peer phone = device("alice", "phone");
    den.comesIn(desk, "alice");
    phone.skip(":conclave.local 366 alice #den *");
    den.drops(phone);
    den.bob().send("PRIVMSG #den :one");
    desk.expect(":bob!* PRIVMSG #den :one");
    desk.send("PRIVMSG bob :hello");
    den.bob().expect(":alice!* PRIVMSG bob :hello");
    den.hasHeard(desk);
    den.drops(desk);
    den.bob().send("PRIVMSG #den :two");
    den.bob().expectNothingMore();
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
        den.bob().expectNothingMore();
      }
    }
  }

  private Peer device(String account, String name) {
    if (name.equals("desk")) {
      den.server().door().account(account);
    }
    return logsIn(account, name);
  }

  private Peer logsIn(String account, String device) {
    Peer peer = den.server().door().greeted();
    peer.send("PASS " + account + "@" + device + ":" + Door.PASSWORD);
    peer.send("NICK " + account);
    peer.send("USER " + account + " 0 * :" + account);
    return peer.skip(":* 422 *");
  }

  @Test
  void whoComesBackBeforeTheLossIsNoticedHasMissedNothingEither() {
    device("alice", "desk").close();
    Peer alice = logsIn("alice", "desk");
    den.comesIn(alice, "alice");
    den.bob().send("PRIVMSG #den :unread");
    alice.expect(":bob!* PRIVMSG #den :unread");
    try (Peer back = logsIn("alice", "desk")) {
      back.skip(":conclave.local 366 alice #den *");
      back.expect(":bob!* PRIVMSG #den :[*] unread");
      back.expectNothingMore();
      den.bob().expectNothingMore();
      den.drops(alice);
      den.bob().expectNothingMore();
    }
  }

  @Test
  void whoIsKickedWhileAwayIsOutOfTheRoom() {
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    den.drops(alice);
    den.bob().send("KICK #den alice :enough");
    den.bob().expect(":bob!* KICK #den alice :enough");
    den.bob().expectNothingMore();
    try (Peer back = den.server().door().irc("alice")) {
      back.expectNothingMore();
      den.bob().expectNothingMore();
    }
  }

  @Test
  void aRoomMayGetAnotherNameMeanwhile() {
    Peer alice = den.server().door().newIrc("alice");
    den.comesIn(alice, "alice");
    den.drops(alice);
    den.bob().send("PRIVMSG #den :before");
    den.bob().send("RENAME #den #hall :moved");
    den.bob().skip(":* 366 bob #hall *");
    den.bob().send("PRIVMSG #hall :after");
    den.bob().expectNothingMore();
    try (Peer back = den.server().door().irc("alice")) {
      back.expect(":alice!alice@user/alice JOIN #hall");
      back.skip(":conclave.local 366 alice #hall *");
      back.expect(":bob!* PRIVMSG #hall :[*] before");
      back.expect(":bob!* PRIVMSG #hall :[*] after");
      back.expectNothingMore();
    }
  }
}
