package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All nodes end, and the network starts again: who stays is still there, and nobody else. */
class AllNodesEndTest {
  @TempDir Path folder;

  @Test
  void whoStaysIsInItsRoomsWhenTheDeadNodesAreBuried() {
    try (TwoNodes nodes = new TwoNodes(folder, "accounts.grace=5s")) {
      Peer ann = nodes.one().newIrc("ann");
      ann.send("NS SET always-on on");
      ann.skip(":NickServ!* NOTICE ann :From now on you stay in your rooms *");
      ann.send("JOIN #den");
      ann.skip(":conclave.local 366 *");
      Peer ben = nodes.two().newIrc("ben");
      ben.send("JOIN #den");
      ben.skip(":conclave.local 366 *");
      ann.skip(":ben!ben@user/ben JOIN #den");
      nodes.startBothAgain();
      Peer cid = nodes.two().newIrc("cid");
      cid.send("JOIN #den");
      cid.skip(":conclave.local 366 *");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> !cid.ask("NAMES #den").get(0).contains("ben"));
      assertThat(cid.ask("NAMES #den").get(0)).endsWith(":~ann cid");
      cid.send("PRIVMSG #den :welcome back");
      try (Peer back = nodes.one().irc("ann")) {
        back.await(":ann!ann@user/ann JOIN #den");
        back.await(":cid!* PRIVMSG #den :*welcome back");
      }
      cid.close();
      ben.close();
      ann.close();
    }
  }
}
