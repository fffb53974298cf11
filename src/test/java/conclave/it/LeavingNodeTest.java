package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node ends in order: its users go on at another one. */
class LeavingNodeTest {
  @TempDir Path folder;

  @Test
  void whoComesBackElsewhereHasNotQuitAndIsShownWhatCameMeanwhile() {
    try (TwoNodes nodes = new TwoNodes(folder, "accounts.login=optional", "accounts.grace=60s")) {
      nodes.one().account("ann");
      Peer ann = nodes.one().irc("ann");
      Peer ben = nodes.two().newPlain("ben");
      Peer gus = nodes.two().guest("gus");
      ann.send("JOIN #den");
      ann.skip(":conclave.local 366 *");
      ben.send("/join den");
      ann.expect(":ben!ben@user/ben JOIN #den");
      gus.send("JOIN #den");
      ann.expect(":gus!~gus@guest/* JOIN #den");
      ben.skip("*gus*");
      nodes.endTwo();
      gus.await("ERROR :This server is closing: please connect again");
      ben.await("Goodbye: This server is closing: please connect again");
      ben.expectClosed();
      // A guest can't come back as the same; who has an account can.
      ann.expect(":gus!~gus@guest/* QUIT :This server is closing: please connect again");
      ann.send("PRIVMSG #den :meanwhile");
      Peer back = nodes.one().plain("ben");
      back.await("*ann: meanwhile");
      back.send("hello again");
      ann.expect(":ben!ben@user/ben PRIVMSG #den :hello again");
      assertThat(ann.ask("NAMES #den").get(0)).endsWith(":~ann ben");
      back.close();
      ann.close();
      nodes.startTwo();
    }
  }

  @Test
  void aSessionThatComesToAnotherNodeGoesOnWhereItWas() {
    try (TwoNodes nodes = new TwoNodes(folder, "accounts.grace=60s")) {
      Peer ann = nodes.one().newIrc("ann");
      ann.send("JOIN #den");
      ann.skip(":conclave.local 366 *");
      nodes.two().account("ben");
      Peer ben = nodes.two().irc("ben@desk");
      ben.send("JOIN #den");
      ben.skip(":conclave.local 366 *");
      ann.skip(":ben!* JOIN #den");
      ann.send("PRIVMSG #den :seen");
      ben.skip("* PRIVMSG #den :seen");
      Peer other = nodes.one().irc("ben@desk");
      other.skipAll();
      ann.send("PRIVMSG #den :later");
      assertThat(other.readUntil("* PRIVMSG #den :later"))
          .noneMatch(line -> line.endsWith(":seen"));
      ben.skip("* PRIVMSG #den :later");
      other.close();
      ben.close();
      ann.close();
    }
  }
}
