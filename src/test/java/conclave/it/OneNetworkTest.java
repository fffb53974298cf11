package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is on one node is to those on another as if they were on the same. */
class OneNetworkTest {
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

  /** Waits until the node of that connection has heard of the nick. */
  private static void known(Peer peer, String nick) {
    await()
        .untilAsserted(
            () -> assertThat(peer.ask("ISON " + nick)).first().asString().endsWith(nick));
  }

  @Test
  void whoIsKilledFromAnotherNodeIsOut() {
    Peer eve = nodes.two().newIrc("eve");
    known(boss, "eve");
    boss.send("KILL eve :enough");
    boss.expect(":conclave.local NOTICE boss :eve was put out of the server.");
    eve.await("ERROR :Killed (boss (enough))");
    eve.expectClosed();
  }

  @Test
  void aBanHoldsOnAllNodesAtOnceAndSoDoesItsEnd() {
    Peer mal = nodes.two().newIrc("mal");
    known(boss, "mal");
    boss.send("KLINE 7d *!*@user/mal :spam");
    boss.expect(":conclave.local NOTICE boss :*!*@user/mal is banned from the server.");
    mal.await("ERROR :Banned (spam)");
    mal.expectClosed();
    Peer again = nodes.two().greeted();
    again.send("PASS mal:" + Door.PASSWORD);
    again.send("NICK mal");
    again.send("USER mal 0 * :mal");
    again.await("ERROR :Banned (spam)");
    boss.send("UNKLINE *!*@user/mal");
    boss.expect(":conclave.local NOTICE boss :*!*@user/mal may come to the server again.");
    nodes.two().irc("mal").close();
  }

  @Test
  void howManyThereAreIsCountedOverAllNodesAndForEach() {
    Peer gus = nodes.two().guest("gustav");
    known(boss, "gustav");
    assertThat(boss.ask("LUSERS"))
        .anyMatch(line -> line.matches(":conclave.local 251 boss :There are .* on 2 servers"))
        .anyMatch(
            line -> line.matches(":conclave.local 255 boss :I have \\d+ clients and 1 servers"));
    gus.close();
  }

  @Test
  void wallopsReachOtherNodes() {
    Peer gus = nodes.two().guest("gus");
    gus.send("MODE gus +w");
    gus.expect(":gus MODE gus :+w");
    boss.send("WALLOPS :a word to all");
    gus.expect(":boss!boss@user/boss WALLOPS :a word to all");
    gus.close();
  }

  @Test
  void whoIsWatchedComesIsAwayHasAnotherNickAndGoesElsewhere() {
    nodes.two().account("ben");
    Peer ann = nodes.one().newIrc("ann", "extended-monitor", "away-notify", "setname");
    ann.send("MONITOR + ben,bennie");
    ann.skip(":conclave.local 731 ann :ben,bennie");
    Peer ben = nodes.two().irc("ben");
    ann.skip(":conclave.local 730 ann :ben!ben@user/ben");
    ben.send("AWAY :lunch");
    ann.expect(":ben!ben@user/ben AWAY :lunch");
    ben.send("AWAY");
    ann.expect(":ben!ben@user/ben AWAY");
    ben.close();
    ann.expect(":conclave.local 731 ann :ben");
    Peer guest = nodes.two().guest("cid");
    known(ann, "cid");
    ann.send("MONITOR + cid,cyd");
    ann.skip(":conclave.local 731 ann :cyd");
    guest.send("NICK cyd");
    ann.expect(":conclave.local 731 ann :cid");
    ann.expect(":conclave.local 730 ann :cyd!~cid@guest/*");
    guest.close();
    ann.expect(":conclave.local 731 ann :cyd");
    ann.close();
  }

  @Test
  void aRoomIsOneRoomWhateverChangesInIt() {
    Peer dan =
        nodes
            .one()
            .newIrc("dan", "away-notify", "account-notify", "chghost", "draft/metadata-2", "batch");
    Peer fay =
        nodes
            .two()
            .newIrc("fay", "away-notify", "account-notify", "chghost", "draft/metadata-2", "batch");
    dan.send("JOIN #den");
    dan.skip(":conclave.local 366 dan #den *");
    fay.send("JOIN #den");
    fay.skip(":conclave.local 366 fay #den *");
    dan.skip(":fay!fay@user/fay JOIN #den");
    dan.send("PRIVMSG #den :hello over there");
    fay.expect(":dan!dan@user/dan PRIVMSG #den :hello over there");
    fay.send("PRIVMSG dan :psst");
    dan.expect(":fay!fay@user/fay PRIVMSG dan :psst");
    fay.send("AWAY :tea");
    fay.skip(":conclave.local 306 *");
    dan.expect(":fay!fay@user/fay AWAY :tea");
    dan.send("METADATA * SUB homepage");
    dan.skip(":conclave.local 770 *");
    dan.skipAll();
    fay.send("METADATA * SET homepage :here");
    fay.skip("*761*");
    dan.expect(":fay!fay@user/fay METADATA fay homepage * :here");
    dan.send("RENAME #den #hall :moved");
    fay.skip("*PART #den*");
    fay.skip(":fay!fay@user/fay JOIN #hall");
    fay.skip(":conclave.local 366 *");
    fay.send("PRIVMSG #hall :still here");
    dan.skip(":fay!fay@user/fay PRIVMSG #hall :still here");
    fay.close();
    dan.skip(":fay!fay@user/fay QUIT :*");
    dan.close();
  }

  /** Also after each node has asked the store how far the log has come. */
  @Test
  void inARoomThatKeepsNothingPeopleHearEachOtherForGood() {
    Peer kit = nodes.one().newIrc("kit", "echo-message");
    Peer meg = nodes.two().newIrc("meg");
    kit.send("JOIN #whisper");
    kit.skip(":conclave.local 366 *");
    kit.send("MODE #whisper +E");
    meg.send("JOIN #whisper");
    kit.skip(":meg!* JOIN #whisper");
    long end = System.nanoTime() + Duration.ofSeconds(12).toNanos();
    while (System.nanoTime() < end) {
      kit.send("PRIVMSG #whisper :hear me");
      kit.skip(":kit!* PRIVMSG #whisper :hear me");
      meg.skip(":kit!* PRIVMSG #whisper :hear me");
      meg.send("PRIVMSG #whisper :I do");
      kit.skip(":meg!* PRIVMSG #whisper :I do");
    }
    kit.close();
    meg.close();
  }

  @Test
  void aGuestWhoLogsInOnOneNodeIsSoOnAll() {
    nodes.one().account("gil");
    Peer ida = nodes.one().newIrc("ida", "account-notify", "chghost");
    ida.send("JOIN #logins");
    ida.skip(":conclave.local 366 *");
    Peer guest = nodes.two().guest("gilguest");
    guest.send("JOIN #logins");
    guest.skip(":conclave.local 366 *");
    ida.skip(":gilguest!* JOIN #logins");
    guest.send("NS IDENTIFY gil " + Door.PASSWORD);
    guest.skip(":gilguest!~gilguest@guest/* NICK gil");
    ida.expect(":gilguest!~gilguest@guest/* NICK gil");
    ida.expect(":gil!~gilguest@guest/* CHGHOST gilguest user/gil");
    ida.expect(":gil!gilguest@user/gil ACCOUNT gil");
    ida.close();
    guest.close();
  }

  @Test
  void howFarSomebodyHasReadIsKnownToDevicesOnOtherNodes() {
    Peer desk = nodes.one().newIrc("jon", "draft/read-marker");
    Peer phone = nodes.two().irc("jon", "draft/read-marker");
    desk.send("JOIN #reads");
    for (Peer each : List.of(desk, phone)) {
      each.skip(":jon!jon@user/jon JOIN #reads");
      each.skip(":conclave.local MARKREAD #reads *");
      each.skipAll();
    }
    desk.send("MARKREAD #reads timestamp=2026-01-04T14:33:26.123Z");
    desk.expect(":conclave.local MARKREAD #reads timestamp=2026-01-04T14:33:26.123Z");
    phone.expect(":conclave.local MARKREAD #reads timestamp=2026-01-04T14:33:26.123Z");
    desk.close();
    phone.close();
  }

  @Test
  void sessionsOfAllNodesAreListedNumberedAndEnded() {
    Peer kim = nodes.one().newPlain("kim");
    Peer far = nodes.two().plain("kim");
    kim.skipAll();
    assertThat(kim.ask("/sessions"))
        .filteredOn(line -> line.contains("plain from ::1"))
        .hasSize(2)
        .anyMatch(line -> line.endsWith(", this one"))
        .anyMatch(line -> line.endsWith(", connected"))
        .extracting(line -> line.substring(0, 5))
        .doesNotHaveDuplicates();
    far.skipAll();
    kim.send("/sessions end all");
    far.expect("*This session was ended*");
    far.expectClosed();
    kim.skipAll();
    assertThat(kim.ask("/sessions")).filteredOn(line -> line.contains("plain from")).hasSize(1);
    kim.close();
  }

  @Test
  void aNewPasswordAndAClosedAccountEndSessionsOnAllNodes() {
    Peer lea = nodes.one().newPlain("lea");
    Peer far = nodes.two().plain("lea");
    far.skipAll();
    boss.skipAll();
    lea.skipAll();
    lea.send("/password");
    lea.expect("*");
    lea.send(Door.PASSWORD);
    lea.expect("*");
    lea.send(Door.PASSWORD);
    far.skip("*The password was changed*");
    far.expectClosed();
    lea.skipAll();
    Peer again = nodes.two().plain("lea");
    again.skipAll();
    boss.send("ACCOUNT DISABLE lea");
    again.skip("*The account was closed*");
    lea.skip("*The account was closed*");
  }

  @Test
  void howLongSomebodyIsIdleIsKnownOnOtherNodesWithinSeconds() {
    nodes.two().account("sly");
    Peer sly = nodes.two().irc("sly");
    known(boss, "sly");
    await().until(() -> idle("sly") >= 3);
    sly.send("PRIVMSG boss :still here");
    boss.skip(":sly!* PRIVMSG boss :still here");
    await().until(() -> idle("sly") < 3);
    sly.close();
  }

  private static int idle(String nick) {
    return boss.ask("WHOIS " + nick).stream()
        .filter(line -> line.contains(" 317 "))
        .map(line -> Integer.parseInt(line.split(" ")[4]))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whoComesToOneNodeWhileItsUserIsRenamedOnAnotherIsInItsRooms() throws Exception {
    for (int i = 0; i < 6; i++) {
      String name = "ron" + i;
      nodes.one().account(name);
      Peer guest = nodes.two().guest("g" + name);
      guest.send("JOIN #race" + i);
      guest.skip(":conclave.local 366 *");
      CompletableFuture<Peer> coming = CompletableFuture.supplyAsync(() -> nodes.one().irc(name));
      guest.send("NS IDENTIFY " + name + " " + Door.PASSWORD);
      Peer device = coming.get();
      device.await(":" + name + "!* JOIN #race" + i);
      boss.send("JOIN #race" + i);
      boss.skip(":conclave.local 366 boss #race" + i + " *");
      boss.send("PRIVMSG #race" + i + " :heard");
      device.await("* PRIVMSG #race" + i + " :heard");
      guest.await("* PRIVMSG #race" + i + " :heard");
      assertThat(boss.ask("NAMES #race" + i).get(0)).endsWith(name + " boss");
      device.close();
      guest.close();
    }
  }
}
