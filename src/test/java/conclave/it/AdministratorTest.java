package conclave.it;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators of the server may do, and others may not. */
class AdministratorTest {
  @TempDir static Path folder;

  private static RunningServer server;
  private static Peer boss;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            folder.resolve("data"),
            "operators=[{account: boss, role: admin}]",
            "accounts.login=optional");
    boss = server.door().newIrc("boss");
  }

  @AfterAll
  static void close() {
    boss.close();
    server.close();
  }

  @Test
  void anAdministratorPutsAUserWithAllConnectionsOut() {
    Peer first = server.door().newIrc("eve");
    Peer second = server.door().irc("eve");
    boss.send("KILL EVE :enough");
    boss.expect(":conclave.local NOTICE boss :eve was put out of the server.");
    first.expect(":boss!boss@user/boss KILL eve :enough");
    first.expect("ERROR :Killed (boss (enough))");
    first.expectClosed();
    second.expect(":boss!boss@user/boss KILL eve :enough");
    second.expect("ERROR :Killed (boss (enough))");
    second.expectClosed();
    boss.send("KILL eve");
    boss.await(":conclave.local 401 boss eve :No such nick");
    boss.send("KILL conclave.local :x");
    boss.expect(":conclave.local 483 boss :You cant kill a server!");
    boss.send("KILL");
    boss.expect(":conclave.local 461 boss KILL :Not enough parameters: KILL <nick> [:<reason>]");
  }

  @Test
  void whoIsKilledQuitsInItsRooms() {
    Peer gus = server.door().guest("gus");
    Peer ann = server.door().newIrc("ann");
    ann.send("JOIN #den");
    ann.await(":conclave.local 366 *");
    gus.send("JOIN #den");
    gus.await(":conclave.local 366 *");
    ann.expect(":gus!~gus@guest/* JOIN #den");
    boss.send("KILL gus");
    boss.expect(":conclave.local NOTICE boss :gus was put out of the server.");
    ann.expect(":gus!~gus@guest/* QUIT :Killed (boss (No reason))");
    ann.close();
    gus.close();
  }

  @Test
  void wallopsReachWhoAskedForThem() {
    Peer ann = server.door().guest("anna");
    Peer ben = server.door().guest("ben");
    ann.send("MODE anna +w");
    ann.expect(":anna MODE anna :+w");
    boss.send("WALLOPS :Tea is ready");
    ann.expect(":boss!boss@user/boss WALLOPS :Tea is ready");
    ben.expectNothingMore();
    boss.expectNothingMore();
    ann.close();
    ben.close();
  }

  @Test
  void anAdministratorSeesFiguresAndAddresses() {
    boss.send("STATS o");
    boss.expect(":conclave.local 243 boss O user/boss * boss");
    boss.expect(":conclave.local 219 boss o :End of STATS report");
    boss.send("STATS u");
    boss.expect(":conclave.local 242 boss :Server Up 0 days 0:*");
    boss.expect(":conclave.local 219 boss u :End of STATS report");
    boss.send("STATS m");
    boss.await(":conclave.local 212 boss Stats *");
    boss.await(":conclave.local 219 boss m :End of STATS report");
    boss.send("STATS z");
    boss.expect(":conclave.local 219 boss z :End of STATS report");
    Peer guest = server.door().guest("hal");
    boss.send("USERIP hal");
    boss.expect(":conclave.local 340 boss :hal=+~hal@::1");
    boss.send("WHO h* %ni");
    boss.expect(":conclave.local 354 boss 0::1 hal");
    boss.expect(":conclave.local 315 boss h* :End of WHO list");
    boss.send("MODE boss");
    boss.expect(":conclave.local 221 boss +o");
    guest.close();
  }

  @Test
  void whoWantsNoStrangersIsToldOnlyByAccounts() {
    Peer kim = server.door().newIrc("kim");
    kim.send("MODE kim +R");
    kim.expect(":kim MODE kim :+R");
    Peer lou = server.door().guest("lou");
    lou.send("PRIVMSG kim :hi");
    lou.expect(":conclave.local 486 lou kim :You must log in with an account to message this user");
    boss.send("PRIVMSG kim :hi");
    kim.expect(":boss!boss@user/boss PRIVMSG kim :hi");
    kim.close();
    lou.close();
  }
}
