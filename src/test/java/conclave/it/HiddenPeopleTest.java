package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is not to be seen in a room is not, whatever is asked and whatever is told. */
class HiddenPeopleTest {
  @TempDir Path folder;
  private RunningServer server;
  private Peer boss;
  private Peer bob;

  @BeforeEach
  void start() {
    server =
        RunningServer.start(
            folder, "operators=[{account: boss, role: admin}]", "accounts.login=optional");
    boss = server.door().newIrc("boss", "away-notify");
    bob = server.door().guest("bob");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static Peer in(Peer peer, String room) {
    peer.send("JOIN " + room).await("* 366 *");
    return peer;
  }

  /** With the founder, somebody with a voice, and two without any role. */
  private Peer auditorium() {
    Peer ann = in(server.door().newIrc("ann", "away-notify"), "#hall");
    ann.send("MODE #hall +u").await("* MODE #hall +u");
    in(boss, "#hall");
    ann.send("MODE #hall +v boss").await("* MODE #hall +v boss");
    in(bob, "#hall");
    Peer mallory = server.door().newIrc("mallory", "away-notify");
    in(mallory, "#hall").skipAll();
    ann.skipAll();
    boss.skipAll();
    bob.skipAll();
    bob.send("AWAY :tea").expect("* 306 *");
    boss.send("AWAY :lunch").await("* 306 *");
    ann.expect(":bob!* AWAY :tea");
    ann.expect(":boss!* AWAY :lunch");
    return mallory;
  }

  @Test
  void anAuditoriumDoesNotTellThatSomebodyInItIsAway() {
    Peer mallory = auditorium();
    mallory.expect(":boss!* AWAY :lunch");
    in(bob, "#foyer");
    in(mallory, "#foyer").skipAll();
    bob.send("AWAY").await("* 305 *");
    mallory.expect(":bob!* AWAY");
    mallory.expectNothingMore();
  }

  @Test
  void anAuditoriumDoesNotTellAMaskWhoIsInIt() {
    Peer mallory = auditorium();
    mallory.skipAll();
    assertThat(nicks(mallory.ask("WHO *"))).containsExactlyInAnyOrder("ann", "boss", "mallory");
    assertThat(nicks(boss.ask("WHO *"))).contains("bob");
    in(bob, "#foyer");
    in(mallory, "#foyer").skipAll();
    assertThat(nicks(mallory.ask("WHO b*"))).containsExactlyInAnyOrder("boss", "bob");
  }

  private static List<String> nicks(List<String> who) {
    return who.stream().filter(line -> line.contains(" 352 ")).map(l -> l.split(" ")[7]).toList();
  }

  @Test
  void whoIsInvisibleIsSeenInNoRoomByWhoIsNotInIt() {
    Peer ann = in(server.door().guest("ann"), "#dev");
    in(bob, "#dev");
    in(bob, "#own");
    bob.send("MODE bob +i").await(":bob MODE bob :+i");
    bob.skipAll();
    ann.skipAll();
    Peer eve = server.door().guest("eve");
    assertThat(nicks(eve.ask("WHO #dev"))).containsExactly("ann");
    assertThat(nicks(eve.ask("WHO bob"))).containsExactly("bob");
    eve.send("NAMES #dev,#own");
    eve.expect(":conclave.local 353 eve = #dev :@ann");
    eve.expect(":conclave.local 366 eve #dev *");
    eve.expect(":conclave.local 366 eve #own *");
    assertThat(eve.ask("WHOIS bob")).noneMatch(line -> line.contains(" 319 "));
    assertThat(ann.ask("WHOIS bob")).contains(":conclave.local 319 ann bob :#dev");
    assertThat(ann.ask("NAMES #dev")).contains(":conclave.local 353 ann = #dev :@ann bob");
    assertThat(nicks(ann.ask("WHO #dev"))).containsExactlyInAnyOrder("ann", "bob");
    assertThat(bob.ask("WHOIS bob")).anyMatch(line -> line.endsWith(" :#dev @#own"));
    assertThat(boss.ask("WHOIS bob")).anyMatch(line -> line.endsWith(" :#dev @#own"));
    assertThat(boss.ask("NAMES #dev")).contains(":conclave.local 353 boss = #dev :@ann bob");
  }
}
