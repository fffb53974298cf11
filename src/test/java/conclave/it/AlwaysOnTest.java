package conclave.it;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who stays for good is in its rooms, connected or not, and finds there what was said meanwhile.
 */
class AlwaysOnTest {
  @TempDir Path folder;
  private RunningServer server;
  private Peer bob;

  @BeforeEach
  void start() {
    server = RunningServer.start(folder);
    bob = server.door().newIrc("bob", "away-notify");
    bob.send("JOIN #den");
    bob.skip(":* 366 *");
  }

  private void startAgain(String... sets) {
    bob.close();
    server.close();
    server = RunningServer.start(folder, sets);
    bob = server.door().irc("bob", "away-notify");
    bob.send("JOIN #den");
    bob.expect(":bob!* JOIN #den");
  }

  @AfterEach
  void close() {
    bob.close();
    server.close();
  }

  /** Who wants to stay, in a room, and seen there. */
  private Peer alice() {
    Peer alice = server.door().newIrc("alice");
    alice.send("NS SET always-on on");
    alice.expect(":NickServ!* NOTICE alice :From now on you stay in your rooms *");
    alice.send("JOIN #den");
    alice.skip(":* 366 *");
    bob.expect(":alice!* JOIN #den");
    return alice;
  }

  private void quits(Peer peer) {
    long before = server.connections();
    peer.send("QUIT");
    peer.skip("ERROR *").expectClosed();
    await().atMost(Peer.PATIENCE).until(() -> server.connections() < before);
  }

  @Test
  void whoWantsToStayIsAwayAndGetsWhatIsSaid() {
    quits(alice());
    bob.expect(":alice!alice@user/alice AWAY :Not connected");
    bob.send("PRIVMSG #den :one");
    bob.send("PRIVMSG alice :for you");
    bob.expect(":conclave.local 301 bob alice :Not connected");
    bob.send("NAMES #den");
    bob.expect(":conclave.local 353 bob = #den :~bob alice");
    bob.skip(":* 366 *");
    try (Peer back = server.door().irc("alice")) {
      bob.expect(":alice!alice@user/alice AWAY");
      back.expect(":alice!alice@user/alice JOIN #den");
      back.skip(":conclave.local 366 alice #den *");
      back.expect(":bob!* PRIVMSG #den :[*] one");
      back.expect(":bob!* PRIVMSG alice :[*] for you");
      back.expectNothingMore();
      bob.expectNothingMore();
    }
  }

  @Test
  void afterARestartItIsStillThereAndNobodyHasSeenItComeOrGo() {
    quits(alice());
    bob.expect(":alice!* AWAY :Not connected");
    startAgain();
    bob.expect(":bob!* MODE #den +q bob");
    bob.expect(":conclave.local 353 bob = #den :alice ~bob");
    bob.skip(":* 366 *");
    bob.skipAll();
    bob.send("PRIVMSG alice :for you");
    bob.expect(":conclave.local 301 bob alice :Not connected");
    bob.send("PRIVMSG #den :one");
    try (Peer back = server.door().irc("alice", "batch", "draft/event-playback")) {
      bob.expect(":alice!* AWAY");
      back.expect(":alice!alice@user/alice JOIN #den");
      back.skip(":conclave.local 366 alice #den *");
      back.expect(":conclave.local BATCH +* chathistory #den");
      back.expect("@batch=* :bob!* QUIT :*");
      back.expect("@batch=* :bob!* JOIN #den");
      back.expect("@batch=* :bob!* MODE #den +q bob");
      back.expect("@batch=* :bob!* PRIVMSG #den :[*] one");
      back.expect(":conclave.local BATCH -*");
      back.expect(":conclave.local BATCH +* chathistory bob");
      back.expect("@batch=* :bob!* PRIVMSG alice :[*] for you");
      back.expect(":conclave.local BATCH -*");
      back.expectNothingMore();
    }
  }

  @Test
  void whoLogsInLaterIsOneMoreConnectionOfIt() {
    startAgain("accounts.login=optional");
    bob.skipAll();
    quits(alice());
    bob.expect(":alice!* AWAY :Not connected");
    Peer guest = server.door().guest("al");
    guest.send("PRIVMSG NickServ :IDENTIFY alice " + Door.PASSWORD);
    guest.skip(":al!* NICK alice");
    guest.expect(":alice!* JOIN #den");
    bob.expect(":alice!* AWAY");
    guest.send("JOIN #hall");
    guest.skip(":* 366 alice #hall *");
    quits(guest);
    startAgain("accounts.login=optional");
    bob.expect(":* MODE #den +q bob");
    bob.expect(":conclave.local 353 bob = #den :alice ~bob");
  }

  @Test
  void ofTwoUsersOfAnAccountTheFirstStays() {
    String[] free = {"accounts.nick-is-account=false", "accounts.login=optional"};
    startAgain(free);
    bob.skipAll();
    server.door().account("alice");
    Peer first = named("al");
    first.send("NS SET always-on on");
    first.expect(":NickServ!* NOTICE al :From now on you stay in your rooms *");
    first.send("JOIN #den");
    first.skip(":* 366 *");
    bob.expect(":al!* JOIN #den");
    Peer second = named("ally");
    second.send("NS SET always-on on");
    second.expect(":NickServ!* NOTICE ally :Another user of your account stays already: *");
    second.send("JOIN #den");
    second.skip(":* 366 *");
    bob.expect(":ally!* JOIN #den");
    quits(first);
    bob.expect(":al!* AWAY :Not connected");
    quits(second);
    bob.expect(":ally!* QUIT :*");
    startAgain(free);
    bob.expect(":* MODE #den +q bob");
    bob.expect(":conclave.local 353 bob = #den :al ~bob");
    try (Peer back = named("ally")) {
      back.send("NICK al");
      back.expect(":ally!ally@user/alice NICK al");
      back.expect(":al!al@user/alice JOIN #den");
      bob.skip(":al!* AWAY");
    }
  }

  /** Alice, under another nick than her account's. */
  private Peer named(String nick) {
    Peer peer = server.door().greeted();
    peer.send("PASS alice:" + Door.PASSWORD).send("NICK " + nick).send("USER " + nick + " 0 * :A");
    return peer.skip(":* 422 " + nick + " *");
  }

  @Test
  void severalDevicesAreOneUserAndSeeTheSame() {
    Peer desk = alice();
    try (Peer phone = server.door().irc("alice")) {
      phone.expect(":alice!alice@user/alice JOIN #den");
      phone.skip(":* 366 *");
      desk.send("PRIVMSG #den :from the desk");
      phone.expect(":alice!alice@user/alice PRIVMSG #den :from the desk");
      bob.expect(":alice!* PRIVMSG #den :from the desk");
      phone.send("JOIN #hall");
      desk.expect(":alice!alice@user/alice JOIN #hall");
      desk.expect(":alice!alice@user/alice MODE #hall +q alice");
      desk.skip(":* 366 alice #hall *");
      phone.skip(":* 366 alice #hall *");
      phone.send("PRIVMSG bob :hello");
      desk.expect(":alice!alice@user/alice PRIVMSG bob :hello");
      bob.expect(":alice!* PRIVMSG bob :hello");
      desk.send("PART #hall");
      phone.expect(":alice!alice@user/alice PART #hall");
      quits(desk);
      bob.expectNothingMore();
    }
  }

  @Test
  void whoNoLongerWantsToStayQuits() {
    Peer alice = alice();
    alice.send("NS SET always-on off");
    alice.expect(":NickServ!* NOTICE alice :From now on you leave *");
    quits(alice);
    bob.expect(":alice!* QUIT :Quit");
    startAgain();
    bob.expect(":* MODE #den +q bob");
    bob.expect(":conclave.local 353 bob = #den :~bob");
  }

  @Test
  void whoIsPutOutDoesNotComeBackByItself() {
    startAgain("operators=[{account: bob, role: admin}]");
    bob.skipAll();
    quits(alice());
    bob.expect(":alice!* AWAY :Not connected");
    bob.send("KILL alice :spam");
    bob.skip(":alice!alice@user/alice QUIT :Killed (bob (spam))");
    startAgain();
    bob.expect(":* MODE #den +q bob");
    bob.expect(":conclave.local 353 bob = #den :~bob");
  }

  @Test
  void anAccountThatIsClosedIsNotThereAnyMore() {
    startAgain("operators=[{account: bob, role: admin}]");
    bob.skipAll();
    quits(alice());
    bob.expect(":alice!* AWAY :Not connected");
    bob.send("ACCOUNT DISABLE alice");
    bob.skip(":alice!alice@user/alice QUIT :The account was closed");
  }

  @Test
  void theServerMayLetAllStayWhoDoNotRefuse() {
    startAgain("accounts.always-on=opt-out");
    bob.skipAll();
    try (Peer carol = server.door().newPlain("carol")) {
      carol.send("/always-on off");
      carol.expect("From now on you leave when your last connection is over.");
      carol.send("/join den");
      carol.skip("In #den: *");
      bob.expect(":carol!* JOIN #den");
      carol.send("/quit");
      bob.expect(":carol!* QUIT :Quit");
    }
    Peer dave = server.door().newIrc("dave");
    dave.send("JOIN #den");
    dave.skip(":* 366 *");
    bob.expect(":dave!* JOIN #den");
    quits(dave);
    bob.expect(":dave!* AWAY :Not connected");
  }

  @Test
  void whereNobodyOrEverybodyStaysNoWishCounts() {
    startAgain("accounts.always-on=disabled");
    bob.skipAll();
    bob.send("NS SET always-on on");
    bob.expect(":NickServ!* NOTICE bob :On this server nobody stays.");
    startAgain("accounts.always-on=mandatory");
    bob.skipAll();
    bob.send("NS SET always-on off");
    bob.expect(":NickServ!* NOTICE bob :On this server all stay.");
    bob.send("NS SET always-on maybe");
    bob.expect(":NickServ!* NOTICE bob :SET always-on on|off: *");
  }
}
