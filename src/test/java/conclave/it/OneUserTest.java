package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has devices on two nodes is one user, whichever of them something is done with. */
class OneUserTest {
  @TempDir static Path folder;

  private static TwoNodes nodes;
  private static Peer boss;

  @BeforeAll
  static void start() {
    nodes =
        new TwoNodes(folder, "operators=[{account: boss, role: admin}]", "accounts.login=optional");
    boss = nodes.one().newIrc("boss");
  }

  @AfterAll
  static void close() {
    boss.close();
    nodes.close();
  }

  /** Asks until the answer has a line like that. */
  private static void untilAnswered(Peer peer, String question, String line) {
    await()
        .untilAsserted(
            () -> assertThat(peer.ask(question)).anyMatch(answer -> Peer.matches(line, answer)));
  }

  @Test
  void whatIsChangedWithOneDeviceIsKnownWhereTheOtherIs() {
    Peer desk = nodes.one().newIrc("sue", "setname");
    Peer phone = nodes.two().irc("sue", "setname");
    untilAnswered(boss, "WHOIS sue", ":* 312 boss sue two :Conclave");
    desk.send("SETNAME :Sue at the desk");
    desk.await(":sue!* SETNAME :Sue at the desk");
    untilAnswered(phone, "WHOIS sue", ":* 311 sue sue sue user/sue * :Sue at the desk");
    phone.send("SETNAME :Sue on the phone");
    phone.await(":sue!* SETNAME :Sue on the phone");
    untilAnswered(desk, "WHOIS sue", ":* 311 sue sue sue user/sue * :Sue on the phone");
    for (int i = 0; i < 2; i++) {
      desk.send("MODE sue +B");
      desk.await(":sue MODE sue :+B");
      phone.await(":sue MODE sue :+B");
      untilAnswered(phone, "WHOIS sue", ":* 335 sue sue *");
      phone.send("MODE sue -B");
      phone.await(":sue MODE sue :-B");
      desk.await(":sue MODE sue :-B");
      assertThat(desk.ask("WHOIS sue")).noneMatch(line -> line.contains(" 335 "));
    }
    phone.close();
    desk.close();
  }

  @Test
  void whoIsAwayOnAllDevicesIsAwayOnAllNodes() {
    Peer desk = nodes.one().newIrc("tom");
    Peer phone = nodes.two().irc("tom");
    untilAnswered(boss, "WHOIS tom", ":* 312 boss tom two :Conclave");
    desk.send("AWAY :lunch");
    desk.skip(":* 306 tom *");
    assertThat(boss.ask("WHOIS tom")).noneMatch(line -> line.contains(" 301 "));
    phone.send("AWAY :lunch too");
    phone.skip(":* 306 tom *");
    untilAnswered(boss, "WHOIS tom", ":* 301 boss tom :lunch");
    untilAnswered(phone, "WHOIS tom", ":* 301 tom tom :lunch");
    phone.send("AWAY");
    phone.skip(":* 305 tom *");
    await()
        .untilAsserted(
            () -> assertThat(boss.ask("WHOIS tom")).noneMatch(line -> line.contains(" 301 ")));
    phone.close();
    desk.close();
  }

  @Test
  void invitationsAndWhatPutsSomebodyOutReachAllDevices() {
    Peer desk = nodes.one().newIrc("uma");
    Peer phone = nodes.two().irc("uma");
    untilAnswered(boss, "WHOIS uma", ":* 312 boss uma two :Conclave");
    boss.send("JOIN #club");
    boss.skip(":* 366 boss #club *");
    boss.send("MODE #club +i");
    boss.skip(":boss!* MODE #club +i");
    boss.send("INVITE uma #club");
    boss.skip(":* 341 boss uma #club");
    desk.skip(":boss!* INVITE uma #club");
    phone.skip(":boss!* INVITE uma #club");
    phone.send("JOIN #club");
    desk.skip(":uma!* JOIN #club");
    phone.skip(":uma!* JOIN #club");
    boss.skip(":uma!* JOIN #club");
    boss.send("KICK #club uma :enough");
    desk.skip(":boss!* KICK #club uma :enough");
    phone.skip(":boss!* KICK #club uma :enough");
    desk.send("PRIVMSG #club :still there");
    desk.skip(":* 404 uma #club *");
    boss.send("KILL uma :out");
    desk.skip("ERROR :Killed (boss (out))");
    phone.skip("ERROR :Killed (boss (out))");
  }

  @Test
  void whatAUserSaysOfItselfIsSaidOnAllNodes() {
    Peer desk = nodes.one().newIrc("vera");
    Peer phone = nodes.two().irc("vera");
    untilAnswered(boss, "WHOIS vera", ":* 312 boss vera two :Conclave");
    desk.send("METADATA vera SET homepage :here");
    desk.skip("*761*");
    untilAnswered(phone, "METADATA vera GET homepage", "*761 vera vera homepage * :here");
    phone.close();
    desk.close();
  }

  @Test
  void anAddressThatIsBannedOnOneNodeIsOnAll() {
    Peer gus = nodes.two().guest("gust");
    untilAnswered(boss, "ISON gust", ":* 303 boss :gust");
    boss.send("DLINE 1h 0::/64 :go away");
    boss.skip(":conclave.local NOTICE boss :* is banned from the server.");
    gus.skip("ERROR :Banned (go away)");
    Peer next = nodes.two().connect();
    next.expect("ERROR :Banned (go away)");
    boss.send("UNDLINE 0::/64");
    boss.skip(":conclave.local NOTICE boss :* may come to the server again.");
    nodes.two().guest("gust").close();
  }
}
