package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operators see of which nodes the network is made; to all others it is one server. */
class NodesShownTest {
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
  void operatorsSeeTheNodesAndWhoIsOnThemAndOthersSeeOneServer() {
    Peer gus = nodes.two().guest("gusto");
    known(boss, "gusto");
    assertThat(boss.ask("LINKS"))
        .containsExactly(
            ":conclave.local 364 boss one one :0 Conclave",
            ":conclave.local 364 boss two one :1 Conclave",
            ":conclave.local 365 boss * :End of LINKS list");
    assertThat(boss.ask("LINKS t*"))
        .containsExactly(
            ":conclave.local 364 boss two one :1 Conclave",
            ":conclave.local 365 boss t* :End of LINKS list");
    assertThat(boss.ask("MAP"))
        .anyMatch(line -> line.matches(":conclave.local 006 boss :one \\[\\d+ users]"))
        .anyMatch(line -> line.matches(":conclave.local 006 boss :- two \\[\\d+ users]"))
        .endsWith(":conclave.local 007 boss :End of MAP");
    assertThat(boss.ask("WHOIS gusto")).contains(":conclave.local 312 boss gusto two :Conclave");
    assertThat(boss.ask("WHO gusto")).first().asString().contains(" two gusto H :0 ");
    assertThat(gus.ask("LINKS"))
        .containsExactly(
            ":conclave.local 364 gusto conclave.local conclave.local :0 Conclave",
            ":conclave.local 365 gusto * :End of LINKS list");
    assertThat(gus.ask("MAP"))
        .containsExactly(
            ":conclave.local 006 gusto :conclave.local", ":conclave.local 007 gusto :End of MAP");
    assertThat(gus.ask("WHOIS boss"))
        .contains(":conclave.local 312 gusto boss conclave.local :Conclave");
    assertThat(gus.ask("TIME two"))
        .containsExactly(":conclave.local 402 gusto two :No such server");
    gus.close();
  }

  @Test
  void whatIsAskedOfANodeIsAnsweredByThatNode() {
    assertThat(boss.ask("TIME two")).first().asString().contains(" 391 boss two :");
    assertThat(boss.ask("VERSION two")).first().asString().contains(" 351 boss ", " two :Conclave");
    assertThat(boss.ask("INFO two")).first().asString().contains(" 371 boss :conclave-");
    assertThat(boss.ask("ADMIN two"))
        .containsExactly(":conclave.local 423 boss two :No administrative info available");
    assertThat(boss.ask("MOTD two")).containsExactly(":conclave.local 422 boss :MOTD is missing");
    assertThat(boss.ask("STATS u two"))
        .hasSize(2)
        .first()
        .asString()
        .contains(" 242 boss :Server Up 0 days ");
    assertThat(boss.ask("TIME three"))
        .containsExactly(":conclave.local 402 boss three :No such server");
  }

  @Test
  void whatEachNodeOwnsIsShownToOperatorsAlone() {
    Peer eye = nodes.two().plain("boss");
    eye.skipAll();
    assertThat(eye.ask("/nodes"))
        .hasSize(2)
        .anyMatch(
            line ->
                line.matches(
                    "two \\(this one\\) since .*, \\d+ users, owns \\d+ shards, epoch \\d+"))
        .anyMatch(line -> line.matches("one since .*, \\d+ users, owns \\d+ shards, epoch \\d+"));
    assertThat(eye.ask("/nodes one"))
        .hasSize(1)
        .first()
        .asString()
        .matches(".*epoch \\d+: [0-9 -]+");
    eye.close();
    Peer ann = nodes.two().newPlain("nosy");
    ann.skipAll();
    assertThat(ann.ask("/nodes")).first().asString().startsWith("! ");
    ann.close();
  }
}
