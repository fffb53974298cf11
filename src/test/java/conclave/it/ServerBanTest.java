package conclave.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is banned is put out, does not come in, and is still banned after a restart. */
class ServerBanTest {
  private static final String[] SETTINGS = {
    "operators=[{account: boss, role: admin}]", "accounts.login=optional"
  };

  private static final String BANNED = ":conclave.local 465 * :You are banned from this server";

  @TempDir Path folder;

  @Test
  void whoIsBannedByMaskIsPutOutAndStaysOut() {
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      Peer boss = server.door().newIrc("boss");
      Peer eve = server.door().newIrc("eve");
      boss.send("KLINE 7d *!*@user/eve :spam");
      boss.expect(":conclave.local NOTICE boss :*!*@user/eve is banned from the server.");
      eve.expect(BANNED);
      eve.expect("ERROR :Banned (spam)");
      eve.expectClosed();
      boss.send("STATS k");
      boss.expect(":conclave.local 216 boss K *!*@user/eve :spam (boss, until 20*)");
      boss.expect(":conclave.local 219 boss k :End of STATS report");
    }
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      Peer eve = server.door().greeted();
      eve.send("PASS eve:" + Door.PASSWORD);
      eve.send("NICK eve");
      eve.send("USER eve 0 * :eve");
      eve.await(BANNED);
      eve.expect("ERROR :Banned (spam)");
      eve.expectClosed();
      Peer boss = server.door().irc("boss");
      boss.send("UNKLINE *!*@user/eve");
      boss.expect(":conclave.local NOTICE boss :*!*@user/eve may come to the server again.");
      server.door().irc("eve").close();
      boss.send("UNKLINE *!*@user/eve");
      boss.expect(":conclave.local FAIL * NO_SUCH_BAN :There is no such ban");
    }
  }

  @Test
  void whoseAddressIsBannedDoesNotEvenSeeAGreeting() {
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      Peer boss = server.door().newPlain("boss");
      Peer gus = server.door().guest("gus");
      Peer late = server.door().greeted();
      boss.send("/server-ban 1h ::/64 go away");
      boss.expect("0:0:0:0:0:0:0:0/64 is banned from the server.");
      gus.expect(BANNED);
      gus.expect("ERROR :Banned (go away)");
      gus.expectClosed();
      late.send("NICK late");
      late.send("USER late 0 * :late");
      late.await(BANNED);
      late.expect("ERROR :Banned (go away)");
      Peer next = server.door().connect();
      next.expect("ERROR :Banned (go away)");
      next.expectClosed();
      boss.send("/server-bans addresses");
      boss.expect("D 0:0:0:0:0:0:0:0/64 go away (boss, until 20*)");
      boss.send("/server-unban ::/64");
      boss.expect("0:0:0:0:0:0:0:0/64 may come to the server again.");
      boss.send("/server-bans");
      boss.expect("There is nothing to show.");
      server.door().guest("hal").close();
    }
  }

  @Test
  void whoBecomesSomebodyBannedIsPutOut() {
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      server.door().account("eve");
      Peer boss = server.door().newIrc("boss");
      boss.send("KLINE *!*@user/eve :spam");
      boss.expect(":conclave.local NOTICE boss :*!*@user/eve is banned from the server.");
      boss.send("KLINE mallory!*@* :spam");
      boss.expect(":conclave.local NOTICE boss :mallory!*@* is banned from the server.");
      Peer guest = server.door().guest("g1");
      guest.send("PRIVMSG NickServ :IDENTIFY eve " + Door.PASSWORD);
      guest.await(":conclave.local 900 g1 *");
      guest.expect(":conclave.local 465 *");
      guest.expect("ERROR :Banned (spam)");
      guest.expectClosed();
      Peer other = server.door().guest("g2");
      other.send("NICK mallory");
      other.expect(":conclave.local 465 *");
      other.expect("ERROR :Banned (spam)");
      other.expectClosed();
      boss.send("ISON eve mallory g1 g2 boss");
      boss.expect(":conclave.local 303 boss :boss");
    }
  }

  @Test
  void whatABanSaysDrivesNobodysTerminal() {
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      Peer boss = server.door().newIrc("boss");
      boss.send("KLINE x\u001b[2J!*@* :gone");
      boss.expect(":conclave.local FAIL * INVALID_MASK :*");
      boss.send("DLINE 0::/64 :\u001b]0;mine\u0007gone");
      boss.expect(":conclave.local NOTICE boss :0:0:0:0:0:0:0:0/64 is banned from the server.");
      Peer next = server.door().connect();
      next.expect("ERROR :Banned (]0;minegone)");
      next.expectClosed();
    }
  }

  @Test
  void aBanNeedsAnAdministratorAndSomebodyToCover() {
    try (RunningServer server = RunningServer.start(folder, SETTINGS)) {
      Peer boss = server.door().newIrc("boss");
      Peer gus = server.door().guest("gus");
      for (String line :
          new String[] {"KLINE bob :x", "DLINE ::1 :x", "UNKLINE bob", "UNDLINE ::1"}) {
        gus.send(line);
        gus.expect(":conclave.local 481 gus :*");
      }
      for (String line : new String[] {"KLINE *@* :x", "DLINE ::/0 :x", "DLINE example.org :x"}) {
        boss.send(line);
        boss.expect(":conclave.local FAIL * INVALID_MASK :That covers everybody, or nobody");
      }
      boss.send("KLINE");
      boss.expect(":conclave.local 461 boss KLINE :Not enough parameters: KLINE *");
      // without a time for ever, and the last administrator can't be shut out
      boss.send("KLINE boss");
      boss.expect(":conclave.local NOTICE boss :boss!*@* is banned from the server.");
      boss.send("STATS k");
      boss.expect(":conclave.local 216 boss K boss!*@* :No reason (boss)");
      boss.expect(":conclave.local 219 boss k :End of STATS report");
      server.door().irc("boss").close();
    }
  }
}
